package org.hamsafar.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.hamsafar.language.LanguageTag;
import org.hamsafar.retrieval.Analyzers;
import org.hamsafar.retrieval.Candidate;
import org.hamsafar.retrieval.ConceptPhrases;
import org.hamsafar.retrieval.GroupReader;
import org.hamsafar.retrieval.IndexStore;
import org.hamsafar.retrieval.ParallelText;
import org.hamsafar.retrieval.Passage;
import org.hamsafar.retrieval.PassageIndex;
import org.hamsafar.retrieval.Signature;
import org.hamsafar.retrieval.TermGroup;
import org.hamsafar.retrieval.TermWeights;
import org.hamsafar.retrieval.TranslationTable;

/** Our own index and reading of questions. */
final class OwnContender implements Contender {
  /** Texts that the best one is compared with. */
  private static final int NEXT = 5;

  private static final double LEAD = 2;

  private final Analyzers analyzers = new Analyzers();
  private final SearchTask task;
  private final Function<String, LanguageTag> tagger;
  private final PassageIndex index;
  private final TermWeights weights;
  private final GroupReader reader;

  /**
   * @param tagger the language of a text or question
   */
  OwnContender(SearchTask task, TranslationTable table, Function<String, LanguageTag> tagger) {
    this.task = task;
    this.tagger = tagger;
    List<Passage> passages = new ArrayList<>();
    for (int i = 0; i < task.texts().size(); i++) {
      passages.add(passage(i, task.texts().get(i), written(task.texts().get(i))));
    }
    this.index =
        IndexStore.inMemory(
            passages, ParallelText.NONE, analyzers, new ConceptPhrases(List::of, analyzers));
    this.weights = new TermWeights(index.vocabulary(), analyzers);
    this.reader = new GroupReader(analyzers, weights, table);
  }

  private LanguageTag written(SearchTask.Text text) {
    return task.isMixed() ? tagger.apply(text.whole()) : task.written();
  }

  private LanguageTag asked(String question) {
    return task.isMixed() ? tagger.apply(question) : task.asked();
  }

  private static Passage passage(int number, SearchTask.Text text, LanguageTag language) {
    return new Passage(
        Integer.toString(number), "ANY", language, text.title(), List.of(), "", text.body());
  }

  @Override
  public List<Hit> search(String question, int limit) {
    List<Hit> hits = new ArrayList<>();
    for (Candidate candidate : candidates(question, limit)) {
      hits.add(new Hit(Integer.parseInt(candidate.entry()), candidate.score()));
    }
    return hits;
  }

  private List<Candidate> candidates(String question, int limit) {
    List<TermGroup> groups =
        task.isAcross()
            ? reader.across(task.asked(), question, Set.of(task.written()))
            : reader.own(asked(question), question);
    return index.search(groups, Set.of(), Set.of(), limit);
  }

  /**
   * How sure the best text is: the share of the question's information that it has, and how far it
   * is ahead of the next ones.
   */
  double confidence(String question) {
    List<Candidate> best = candidates(question, 1 + NEXT);
    if (best.isEmpty()) {
      return 0;
    }
    double next = best.stream().skip(1).mapToDouble(Candidate::score).average().orElse(0);
    return share(question, best.getFirst()) + LEAD * (1 - next / best.getFirst().score());
  }

  /** How likely one text answers: the share of the question's information that it has. */
  double confidence(String question, int text) {
    return candidates(question, task.texts().size()).stream()
        .filter(candidate -> candidate.entry().equals(Integer.toString(text)))
        .findFirst()
        .map(candidate -> share(question, candidate))
        .orElse(0.0);
  }

  private double share(String question, Candidate candidate) {
    double all = 0;
    double met = 0;
    Signature found = candidate.signature();
    for (String term : Set.copyOf(analyzers.terms(asked(question), question))) {
      double weight = weights.of(asked(question), term);
      all += weight;
      met += found.place(Signature.id(term)) >= 0 ? weight : 0;
    }
    return all == 0 ? 0 : met / all;
  }

  @Override
  public void close() {
    index.close();
    analyzers.close();
  }
}
