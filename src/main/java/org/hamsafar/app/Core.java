package org.hamsafar.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.hamsafar.answer.Answerer;
import org.hamsafar.answer.CrisisDetector;
import org.hamsafar.answer.DangerRules;
import org.hamsafar.answer.MatterModel;
import org.hamsafar.answer.RankingModel;
import org.hamsafar.channel.Abilities;
import org.hamsafar.channel.ConversationId;
import org.hamsafar.channel.InboundMessage;
import org.hamsafar.channel.OutboundMessage;
import org.hamsafar.channel.Recordings;
import org.hamsafar.conversation.Conversation;
import org.hamsafar.conversation.HumanTalk;
import org.hamsafar.conversation.Session;
import org.hamsafar.conversation.Turn;
import org.hamsafar.knowledge.Concept;
import org.hamsafar.knowledge.Entry;
import org.hamsafar.knowledge.Knowledge;
import org.hamsafar.knowledge.KnowledgeLoader;
import org.hamsafar.knowledge.Problem;
import org.hamsafar.language.LanguageIdentifier;
import org.hamsafar.language.LanguageTag;
import org.hamsafar.reply.AnswerReply;
import org.hamsafar.reply.Message;
import org.hamsafar.reply.MessageCatalogue;
import org.hamsafar.reply.Renderer;
import org.hamsafar.retrieval.Analyzers;
import org.hamsafar.retrieval.ConceptPhrases;
import org.hamsafar.retrieval.EmbedderProvider;
import org.hamsafar.retrieval.IndexStore;
import org.hamsafar.retrieval.ParallelFileException;
import org.hamsafar.retrieval.ParallelFiles;
import org.hamsafar.retrieval.ParallelText;
import org.hamsafar.retrieval.PassageIndex;
import org.hamsafar.retrieval.Passages;
import org.hamsafar.retrieval.VectorStore;

/** Everything between the knowledge folder and a turn of conversation, wired. */
public final class Core implements AutoCloseable {
  /** The folder of the index below the data folder. */
  static final String INDEX = "index";

  /** Days of silence after which a session is deleted. */
  public static final int KEPT_DAYS = 90;

  /** The common pool has one thread on a machine with two processors, and it is wanted within. */
  private static final Executor OWN_THREAD = Thread.ofPlatform().name("opening-", 1)::start;

  private final Knowledge knowledge;
  private final List<Problem> problems;
  private final PassageIndex index;
  private final Analyzers analyzers;
  private final Answerer answerer;
  private final MessageCatalogue catalogue;
  private final Clock clock;
  private final Path root;
  private final AnswerReply replies;
  private final Renderer renderer;
  private final Conversation conversation;

  private Core(
      Settings settings,
      KnowledgeLoader.Loaded loaded,
      Analyzers analyzers,
      PassageIndex index,
      Answerer answerer,
      Supplier<List<Concept>> concepts,
      HumanTalk.Reach humans) {
    this.clock = settings.clock();
    this.root = settings.knowledge().normalize();
    this.knowledge = loaded.knowledge();
    this.problems = loaded.problems();
    this.analyzers = analyzers;
    this.index = index;
    this.answerer = answerer;
    this.catalogue = new MessageCatalogue(knowledge.messages(), knowledge.fallback());
    this.replies = new AnswerReply(knowledge, catalogue, settings.clock());
    this.renderer = new Renderer(catalogue);
    this.conversation =
        new Conversation(
            knowledge, answerer, catalogue, replies, new HumanTalk(humans), concepts, KEPT_DAYS);
  }

  /**
   * Reads the knowledge and opens or builds its index.
   *
   * @param humansReachable whether a volunteers' chat is configured
   */
  public static Core open(Settings settings, boolean humansReachable) {
    return open(settings, humansReachable, shipped(settings));
  }

  /**
   * Reads the knowledge and opens or builds its index.
   *
   * @param humans whether volunteers can be asked
   */
  public static Core open(Settings settings, HumanTalk.Reach humans) {
    return open(settings, humans, shipped(settings));
  }

  private static RankingModel shipped(Settings settings) {
    return RankingModel.shipped(settings.vectors().isPresent());
  }

  /**
   * Opens with other weights than the shipped ones, for learning.
   *
   * @param model the weights of ranking
   */
  public static Core open(Settings settings, boolean humansReachable, RankingModel model) {
    return open(settings, humansReachable ? new HumanTalk.Here() : new HumanTalk.Nobody(), model);
  }

  private static Core open(Settings settings, HumanTalk.Reach humans, RankingModel model) {
    Optional<VectorStore> vectors = settings.vectors().map(m -> vectors(m, settings.data()));
    Guidance guidance = new Guidance(settings);
    guidance.takePrepared();
    Analyzers analyzers = new Analyzers();
    // What does not need each other opens side by side: somebody waits for an answer.
    CompletableFuture<PassageIndex> index =
        CompletableFuture.supplyAsync(
            () -> index(settings, guidance, analyzers, vectors), OWN_THREAD);
    // By whoever is ready first: building an index takes longer than all else, opening it does not.
    LearnedModels learned = guidance.learned();
    CompletableFuture<Void> _ = index.thenRun(learned::makeReady);
    KnowledgeLoader.Loaded loaded = guidance.forAnswering();
    DangerRules dangers = new DangerRules(loaded.knowledge().dangerPhrases());
    // Not in the order of makeReady: the other thread may be at the first.
    LanguageIdentifier languages = learned.languages();
    MatterModel matters = learned.matters();
    CrisisDetector crisis = new CrisisDetector(dangers, learned.danger());
    PassageIndex opened = opened(index);
    guidance.forgetWhole();
    guidance.allIsMade();
    Answerer answerer =
        new Answerer(
            loaded.knowledge(),
            opened,
            analyzers,
            languages,
            crisis,
            matters,
            model,
            System::nanoTime);
    return new Core(settings, loaded, analyzers, opened, answerer, guidance::concepts, humans);
  }

  private static PassageIndex index(
      Settings settings, Guidance guidance, Analyzers analyzers, Optional<VectorStore> vectors) {
    ParallelFiles given = new ParallelFiles(settings.parallel());
    ConceptPhrases phrases = new ConceptPhrases(guidance::concepts, analyzers);
    return new IndexStore(settings.data().resolve(INDEX), analyzers, phrases, vectors)
        .open(
            guidance.fingerprint() + given.digest(),
            () -> Passages.of(guidance.whole()),
            () -> ParallelText.of(guidance.whole(), guidance.concepts()).and(given.read()));
  }

  private static PassageIndex opened(CompletableFuture<PassageIndex> index) {
    try {
      return index.join();
    } catch (CompletionException e) {
      // Faulty files of the operator's are not a fault of the program.
      throw e.getCause() instanceof ParallelFileException faulty ? faulty : e;
    }
  }

  private static VectorStore vectors(Path model, Path data) {
    return new VectorStore(
        data.resolve("vectors"), EmbedderProvider.openModel(model, data.resolve("natives")));
  }

  /** Reads the knowledge folder that the settings name. */
  public static KnowledgeLoader loader(Settings settings) {
    return Guidance.loader(settings);
  }

  /** What the knowledge teaches, as it is kept between starts. */
  public static LearnedModels learned(Settings settings) {
    return new Guidance(settings).learned();
  }

  public Knowledge knowledge() {
    return knowledge;
  }

  /** Faults of the knowledge folder; what has an error is left out. */
  public List<Problem> problems() {
    return problems;
  }

  /** How many passages are searched. */
  public int passages() {
    return index.size();
  }

  public Answerer answerer() {
    return answerer;
  }

  public AnswerReply replies() {
    return replies;
  }

  public Renderer renderer() {
    return renderer;
  }

  /** The bot's own words. */
  public MessageCatalogue catalogue() {
    return catalogue;
  }

  /** The recordings of the knowledge folder; a name that leads out of it finds nothing. */
  Recordings recordings() {
    return name -> {
      Path file = root.resolve(name).normalize();
      try {
        return file.startsWith(root) && name.endsWith(".ogg")
            ? Optional.of(Files.readAllBytes(file))
            : Optional.empty();
      } catch (IOException e) {
        return Optional.empty();
      }
    };
  }

  Clock clock() {
    return clock;
  }

  /** A turn that only says one of the bot's messages. */
  Turn say(Session session, String key) {
    LanguageTag tag = session.language().orElse(LanguageTag.ENGLISH);
    return new Turn(session, List.of(Message.of(tag, catalogue.text(tag, key))), List.of());
  }

  /** The weekly reminder of the plan; empty if nothing is left to do. */
  Optional<OutboundMessage> reminder(Session session, ConversationId id, Abilities abilities) {
    return conversation
        .reminder(session)
        .map(m -> renderer.render(m, id, abilities, Optional.empty()));
  }

  /** The tip of a day; empty if the guidance has none for the conversation's country. */
  Optional<OutboundMessage> tip(
      Session session, ConversationId id, Abilities abilities, LocalDate day) {
    return conversation
        .tip(session, day)
        .map(m -> renderer.render(m, id, abilities, Optional.empty()));
  }

  /**
   * Answers a question that nobody asked, so that what is loaded with the first answer is there
   * before many come at once.
   */
  void warmUp(Abilities abilities) {
    ConversationId nobody = new ConversationId("none", "");
    Optional<Entry> entry = knowledge.entries().values().stream().findFirst();
    entry
        .map(e ->
            replies.entry(
                LanguageTag.ENGLISH, e, List.of(), new AnswerReply.Manner(Optional.empty(), true)))
        .ifPresent(m -> renderer.render(m, nobody, abilities, Optional.empty()));
    InboundMessage question =
        new InboundMessage(
            "",
            nobody,
            new InboundMessage.Text(
                entry.map(e -> replies.title(LanguageTag.ENGLISH, e)).orElse("/help")),
            Optional.empty(),
            InboundMessage.Setting.PRIVATE,
            Optional.empty(),
            clock.instant());
    conversation
        .handle(Session.NEW, question)
        .messages()
        .forEach(m -> renderer.render(m, nobody, abilities, Optional.empty()));
  }

  public Conversation conversation() {
    return conversation;
  }

  @Override
  public void close() {
    index.close();
    analyzers.close();
  }
}
