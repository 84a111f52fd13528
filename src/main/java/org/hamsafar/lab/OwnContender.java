package org.hamsafar.lab;

import java.util.ArrayList;
import java.util.Comparator;
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
import org.hamsafar.retrieval.TermGroup;
import org.hamsafar.retrieval.TermWeights;
import org.hamsafar.retrieval.TranslationTable;

/** Our own index and reading of questions. */
final class OwnContender implements Contender {
  /** Texts that the best one is compared with. */
  private static final int NEXT = 5;

  /** Of so many texts the one that is most alike is looked for where a text is asked with. */
  private static final int COMPARED = 15;

  /** Letters and spaces of a sentence, at most. */
  private static final int SENTENCE = 200;

  private final Analyzers analyzers = new Analyzers();
  private final SearchTask task;
  private final Function<String, LanguageTag> tagger;
  private final PassageIndex index;
  private final GroupReader reader;
  private final List<Likeness> likenesses;

  /** Whether a text may be the question said otherwise; a passage is never. */
  private final boolean sentences;

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
    this.reader = new GroupReader(analyzers, new TermWeights(index.vocabulary(), analyzers), table);
    this.likenesses = task.texts().stream().map(text -> Likeness.of(text.whole())).toList();
    this.sentences =
        !task.isAcross()
            && likenesses.stream().mapToInt(Likeness::size).average().orElse(0) <= SENTENCE;
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
    List<Hit> hits = hits(question, Math.max(limit, COMPARED));
    Likeness asked = Likeness.of(question);
    return hits.stream()
        .map(hit -> sentences ? alike(asked, hit) : hit)
        .sorted(Comparator.comparingDouble(Hit::score).reversed())
        .limit(limit)
        .toList();
  }

  private Hit alike(Likeness asked, Hit hit) {
    return new Hit(hit.text(), hit.score() * asked.to(likenesses.get(hit.text())));
  }

  private List<Hit> hits(String question, int limit) {
    return candidates(question, limit).stream()
        .map(candidate -> new Hit(Integer.parseInt(candidate.entry()), candidate.score()))
        .toList();
  }

  private List<Candidate> candidates(String question, int limit) {
    List<TermGroup> groups =
        task.isAcross()
            ? reader.across(task.asked(), question, Set.of(task.written()))
            : reader.own(asked(question), question);
    return index.search(groups, Set.of(), Set.of(), limit);
  }

  /** How far the best text is ahead of the next ones: from 0, not at all, to 1. */
  double lead(String question) {
    List<Candidate> best = candidates(question, 1 + NEXT);
    if (best.isEmpty()) {
      return 0;
    }
    double next = best.stream().skip(1).mapToDouble(Candidate::score).average().orElse(0);
    return 1 - next / best.getFirst().score();
  }

  @Override
  public void close() {
    index.close();
    analyzers.close();
  }
}
