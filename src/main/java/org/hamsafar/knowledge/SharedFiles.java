package org.hamsafar.knowledge;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.hamsafar.language.LanguageTag;

/** Reads what is not an entry: languages, topics, countries, plans, concepts, phrases, messages. */
final class SharedFiles {
  private static final String POINTS = "points.yaml";

  private final KnowledgeFolder folder;
  private final Problems problems;
  private final LocalDate today;

  SharedFiles(KnowledgeFolder folder, LocalDate today) {
    this.folder = folder;
    this.problems = folder.problems();
    this.today = today;
  }

  SequencedMap<LanguageTag, Language> languages() {
    SequencedMap<LanguageTag, Language> languages = new LinkedHashMap<>();
    for (YamlMap map : list("languages.yaml")) {
      map.only("tag", "name", "fallback", "complete", "offered", "reviewers");
      String tag = map.text("tag");
      if (!LanguageTag.isTag(tag)) {
        map.problem(Check.K008, "tag", "'%s' is no language tag".formatted(tag));
        continue;
      }
      Language language =
          new Language(
              new LanguageTag(tag),
              map.text("name"),
              map.texts("fallback").stream()
                  .filter(LanguageTag::isTag)
                  .map(LanguageTag::new)
                  .toList(),
              map.optional("complete").orElse("no").equals("yes"),
              map.optional("offered").orElse("yes").equals("yes"));
      if (languages.putIfAbsent(language.tag(), language) != null) {
        map.problem(Check.K016, "tag", "'%s'".formatted(tag));
      }
    }
    return languages;
  }

  SequencedMap<String, Topic> topics() {
    SequencedMap<String, Topic> topics = new LinkedHashMap<>();
    for (YamlMap map : list("topics.yaml")) {
      map.only("id", "emoji", "names", "near-danger", "discreet");
      Topic topic =
          new Topic(
              map.text("id"),
              map.text("emoji"),
              map.localized("names", true),
              isYes(map, "near-danger"),
              isYes(map, "discreet"));
      if (topics.putIfAbsent(topic.id(), topic) != null) {
        map.problem(Check.K016, "id", "'%s'".formatted(topic.id()));
      }
    }
    return topics;
  }

  SequencedMap<String, Country> countries() {
    SequencedMap<String, Country> countries = new LinkedHashMap<>();
    CountryReader reader = new CountryReader(today);
    for (Path file : yamlFiles("countries")) {
      // A fault in one help line must not silence a whole country: the good parts are kept.
      map(file)
          .map(m -> reader.read(m, baseName(file)))
          .filter(c -> c.code().equals(baseName(file)))
          .ifPresent(c -> countries.put(c.code(), c));
    }
    return countries;
  }

  SequencedMap<String, Plan> plans() {
    SequencedMap<String, Plan> plans = new LinkedHashMap<>();
    for (Path file : yamlFiles("plans")) {
      long before = problems.errors();
      Optional<Plan> plan = map(file).map(SharedFiles::plan);
      plan.filter(_ -> problems.errors() == before).ifPresent(p -> plans.put(p.country(), p));
    }
    return plans;
  }

  private static Plan plan(YamlMap map) {
    map.only("country", "steps");
    Set<String> ids = new HashSet<>();
    return new Plan(
        map.text("country"),
        map.each(
            "steps",
            step -> {
              step.only("id", "when", "title", "entry", "status");
              String id = newId(step, ids);
              return new Plan.Step(
                  id,
                  step.choice("when", Plan.Phase.class, Plan.Phase.DAYS),
                  step.localized("title", true),
                  step.optional("entry"),
                  step.texts("status"));
            }));
  }

  List<Concept> concepts() {
    List<Concept> concepts = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Path file : yamlFiles("concepts")) {
      for (YamlMap map : list(file)) {
        map.only("id", "means", "words", "country", "topics");
        String id = newId(map, ids);
        concepts.add(new Concept(id, map.localized("means", false), map.localizedLists("words")));
      }
    }
    return concepts;
  }

  List<FirstQuestion> firstQuestions() {
    List<FirstQuestion> questions = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Path file : yamlFiles("first-questions")) {
      for (YamlMap map : list(file)) {
        map.only("id", "asked", "entries");
        String id = newId(map, ids);
        questions.add(
            new FirstQuestion(
                id, map.localizedLists("asked"), map.texts("entries"), folder.name(file)));
      }
    }
    return questions;
  }

  List<ToldMatter> told() {
    List<ToldMatter> matters = new ArrayList<>();
    for (Path file : yamlFiles("matters")) {
      for (YamlMap map : list(file)) {
        map.only("matter", "told");
        matters.add(
            new ToldMatter(map.text("matter"), map.localizedLists("told"), folder.name(file)));
      }
    }
    return matters;
  }

  List<PointKind> points() {
    List<PointKind> kinds = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    if (!Files.exists(folder.root().resolve(POINTS))) {
      return kinds;
    }
    for (YamlMap map : list(POINTS)) {
      map.only("id", "plain", "telephone", "asked", "said", "counted", "beside");
      kinds.add(
          new PointKind(
              newId(map, ids),
              isYes(map, "plain"),
              isYes(map, "telephone"),
              map.localizedLists("asked"),
              map.localizedLists("said"),
              map.localizedLists("counted"),
              map.localizedLists("beside")));
    }
    return kinds;
  }

  SequencedMap<String, OffTopic> offTopic() {
    SequencedMap<String, OffTopic> matters = new LinkedHashMap<>();
    for (Path file : yamlFiles("off-topic")) {
      for (YamlMap map : list(file)) {
        map.only("id", "refuse", "near-danger", "asked");
        String id = "off-topic/" + map.text("id");
        OffTopic matter =
            new OffTopic(
                id, isYes(map, "refuse"), isYes(map, "near-danger"), map.localizedLists("asked"));
        if (matters.putIfAbsent(id, matter) != null) {
          map.problem(Check.K016, "id", "'%s'".formatted(id));
        }
      }
    }
    return matters;
  }

  /** The id, which must not be among {@code ids} yet. */
  private static String newId(YamlMap map, Set<String> ids) {
    String id = map.text("id");
    if (!ids.add(id)) {
      map.problem(Check.K016, "id", "'%s'".formatted(id));
    }
    return id;
  }

  private static boolean isYes(YamlMap map, String key) {
    return map.optional(key).orElse("no").equals("yes");
  }

  List<DangerPhrases> dangerPhrases() {
    List<DangerPhrases> phrases = new ArrayList<>();
    eachLanguage(
        "safety",
        (tag, map) ->
            phrases.add(
                new DangerPhrases(
                    tag, byDanger(map, SharedFiles::checked), checked(map, "harmless"))));
    return phrases;
  }

  List<DangerExamples> dangerExamples() {
    List<DangerExamples> examples = new ArrayList<>();
    eachLanguage(
        "safety/examples",
        (tag, map) ->
            examples.add(
                new DangerExamples(tag, byDanger(map, YamlMap::texts), map.texts("harmless"))));
    return examples;
  }

  private static Map<Danger, List<String>> byDanger(
      YamlMap map, BiFunction<YamlMap, String, List<String>> read) {
    map.only("suicide", "violence", "detained", "child", "trafficking", "emergency", "harmless");
    Map<Danger, List<String>> lines = new EnumMap<>(Danger.class);
    for (Danger danger : Danger.values()) {
      lines.put(danger, read.apply(map, danger.id()));
    }
    return lines;
  }

  private static List<String> checked(YamlMap map, String key) {
    List<String> good = new ArrayList<>();
    for (String pattern : map.texts(key)) {
      if (pattern.matches("[^*?~|]*[\\p{L}\\p{Nd}][^\\[\\](){}]*")) {
        good.add(pattern);
      } else {
        map.problem(Check.K042, key, "'%s'".formatted(pattern));
      }
    }
    return good;
  }

  Map<LanguageTag, Map<String, String>> messages() {
    Map<LanguageTag, Map<String, String>> messages = new LinkedHashMap<>();
    eachLanguage(
        "messages",
        (tag, map) -> {
          Map<String, String> texts = new LinkedHashMap<>();
          map.keys().forEach(key -> texts.put(key, map.text(key)));
          messages.put(tag, texts);
        });
    return messages;
  }

  /** Reads the files of a folder that are named by their language. */
  private void eachLanguage(String name, BiConsumer<LanguageTag, YamlMap> read) {
    for (Path file : yamlFiles(name)) {
      String tag = baseName(file);
      if (LanguageTag.isTag(tag)) {
        map(file).ifPresent(map -> read.accept(new LanguageTag(tag), map));
      } else {
        problems.add(Check.K029, folder.name(file), 0, "'%s'".formatted(tag));
      }
    }
  }

  List<TestQuestion> tests() {
    List<TestQuestion> tests = new ArrayList<>();
    for (Path tagFolder : folder.list(folder.root().resolve("tests"))) {
      String tag = tagFolder.getFileName().toString();
      if (!Files.isDirectory(tagFolder)) {
        continue;
      }
      if (!LanguageTag.isTag(tag)) {
        problems.add(Check.K029, folder.name(tagFolder), 0, "'%s'".formatted(tag));
        continue;
      }
      for (Path file : folder.list(tagFolder)) {
        if (file.toString().endsWith(".yaml")) {
          list(file).forEach(map -> tests.add(test(map, new LanguageTag(tag))));
        }
      }
    }
    return tests;
  }

  private static TestQuestion test(YamlMap map, LanguageTag tag) {
    map.only("question", "country", "after", "before", "expect", "shows", "needs", "note");
    List<List<String>> needs =
        map.texts("needs").stream().map(need -> List.of(need.split(" or "))).toList();
    List<String> expected =
        needs.isEmpty() ? map.texts("expect") : needs.stream().flatMap(List::stream).toList();
    return new TestQuestion(
        tag,
        map.text("question"),
        map.optional("country"),
        map.optional("after"),
        map.texts("before"),
        expected,
        map.texts("shows"),
        needs,
        map.file(),
        map.line());
  }

  private List<Path> yamlFiles(String name) {
    return folder.list(folder.root().resolve(name)).stream()
        .filter(p -> p.toString().endsWith(".yaml"))
        .toList();
  }

  private static String baseName(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - ".yaml".length());
  }

  private Optional<YamlMap> map(Path file) {
    return folder.read(file).flatMap(text -> YamlMap.parse(text, folder.name(file), 1, problems));
  }

  private List<YamlMap> list(String name) {
    Path file = folder.root().resolve(name);
    if (!Files.exists(file)) {
      problems.add(Check.K007, name, 0, "the file");
      return List.of();
    }
    return list(file);
  }

  private List<YamlMap> list(Path file) {
    return folder
        .read(file)
        .map(text -> YamlMap.parseList(text, folder.name(file), problems))
        .orElse(List.of());
  }
}
