package org.hamsafar.channel.telegram;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.hamsafar.channel.Abilities;
import org.hamsafar.channel.Channel;
import org.hamsafar.channel.ConversationId;
import org.hamsafar.channel.OutboundMessage;
import org.hamsafar.channel.Recordings;
import org.hamsafar.channel.ShowsTyping;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;

/**
 * The Telegram channel. An update is confirmed to Telegram only when {@link Inlet#receive} has
 * completed; what was not confirmed comes again with the same key.
 *
 * <p>{@link #send} may be called from many threads; it waits as long as Telegram's limits ask for,
 * at most a minute before the first part of a message.
 */
public final class TelegramChannel implements Channel, ShowsTyping {
  private static final Logger LOG = LoggerFactory.getLogger(TelegramChannel.class);
  private static final Duration STOP = Duration.ofSeconds(3);

  private final TelegramSettings settings;
  private final Waits waits;
  private final Optional<CommandTexts> texts;
  private final Optional<InlineAnswers> inline;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final BotApi api;
  private final Link link;
  private final Payloads payloads;
  private final Sender sender;
  private final ExecutorService aside = Executors.newVirtualThreadPerTaskExecutor();
  private volatile String username = "";
  private volatile @Nullable Thread receiver;
  private volatile @Nullable Poller poller;
  private volatile @Nullable WebhookEndpoint endpoint;

  /** Something that an operator should look at, and how to mend it. */
  public record Problem(String what, String mend) {}

  /**
   * Connects to nothing yet.
   *
   * @param waits {@link Waits#real}, but in tests
   * @param texts commands and descriptions to register at the start; none leaves them as they are
   * @param inline answers inline questions; none leaves them unanswered
   * @param recordings what is sent as voice notes
   */
  public TelegramChannel(
      TelegramSettings settings,
      Waits waits,
      Optional<CommandTexts> texts,
      Optional<InlineAnswers> inline,
      Recordings recordings) {
    this.settings = settings;
    this.waits = waits;
    this.texts = texts;
    this.inline = inline;
    this.api = new BotApi(settings);
    this.link = new Link(api, settings.timing(), waits, closed);
    this.payloads = new Payloads(settings.token());
    this.sender = new Sender(api, new Pacer(waits, closed), payloads, recordings);
  }

  @Override
  public String name() {
    return ChatAddress.CHANNEL;
  }

  @Override
  public Abilities abilities() {
    return new Abilities(true, true, true, true).withoutPhoneLinks();
  }

  @Override
  public Optional<String> privateChat(String start) {
    return Optional.of(username)
        .filter(name -> !name.isEmpty())
        .map(name -> "https://t.me/" + name + (start.isEmpty() ? "" : "?start=" + start));
  }

  /**
   * {@inheritDoc}
   *
   * @throws java.io.UncheckedIOException if the webhook's port is taken
   * @throws IllegalStateException if it was started before
   */
  @Override
  public synchronized void start(Inlet inlet) {
    if (receiver != null || link.isClosed()) {
      throw new IllegalStateException("a channel is started once");
    }
    receiver = Thread.ofVirtual().name("telegram").start(() -> receive(body(inlet)));
  }

  /** What ends by interruption. */
  private interface Body {
    void run() throws InterruptedException;
  }

  private Body body(Inlet inlet) {
    return switch (settings.receiving()) {
      case TelegramSettings.Polling _ -> {
        Poller loop = new Poller(api, link, settings.timing(), bot -> dispatcher(bot, inlet));
        poller = loop;
        yield loop::run;
      }
      case TelegramSettings.Webhook webhook -> {
        WebhookEndpoint listening = new WebhookEndpoint(webhook, settings.timing().inlet());
        endpoint = listening;
        yield new WebhookRunner(api, link, webhook, listening, bot -> dispatcher(bot, inlet))::run;
      }
    };
  }

  private void receive(Body body) {
    try {
      body.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      link.stopped();
      LOG.error("telegram-stopped {}", e.getClass().getName());
    }
  }

  private Dispatcher dispatcher(Bot bot, Inlet inlet) {
    username = bot.username();
    texts.ifPresent(t -> aside.execute(() -> receive(() -> register(t))));
    return new Dispatcher(
        new UpdateReader(bot, payloads::restore),
        inlet,
        api,
        inline.map(i -> new InlineResponder(api, i)),
        aside);
  }

  private void register(CommandTexts commands) throws InterruptedException {
    new Profile(api, waits, closed).write(commands);
  }

  @Override
  public void send(OutboundMessage message, String key)
      throws DeliveryException, InterruptedException {
    send(message, key, () -> {});
  }

  @Override
  public void send(OutboundMessage message, String key, Taken taken)
      throws DeliveryException, InterruptedException {
    if (link.isClosed()) {
      throw new InterruptedException("the channel is closed");
    }
    sender.send(message, key, taken);
  }

  @Override
  public void typing(ConversationId conversation) {
    ChatAddress chat = ChatAddress.of(conversation);
    SendChatAction action = new SendChatAction(chat.chat(), "typing");
    chat.topic().ifPresent(action::setMessageThreadId);
    if (!link.isClosed()) {
      aside.execute(() -> receive(() -> attempt(action)));
    }
  }

  private void attempt(SendChatAction action) throws InterruptedException {
    try {
      api.call(action);
    } catch (ApiFailure e) {
      LOG.debug("telegram-typing-not-shown {}", e.reason());
    }
  }

  @Override
  public boolean isReady() {
    return link.isReady() && !link.isClosed();
  }

  /** Looks at token, webhook and commands; changes nothing and may be called before the start. */
  public List<Problem> check() throws InterruptedException {
    return new Doctor(api, settings.receiving()).check();
  }

  /** The port on which the webhook listens; none if the channel polls or is not started. */
  public OptionalInt webhookPort() {
    WebhookEndpoint listening = endpoint;
    return listening == null ? OptionalInt.empty() : OptionalInt.of(listening.port());
  }

  @Override
  public synchronized void close() {
    if (link.isClosed()) {
      return;
    }
    closed.countDown();
    try {
      stopReceiving();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    aside.shutdownNow();
    api.close();
  }

  private void stopReceiving() throws InterruptedException {
    WebhookEndpoint listening = endpoint;
    if (listening != null) {
      listening.close();
    }
    Thread thread = receiver;
    if (thread == null) {
      return;
    }
    thread.interrupt();
    Poller loop = poller;
    if (thread.join(STOP) && loop != null) {
      Thread last = Thread.ofVirtual().start(() -> receive(loop::confirm));
      if (!last.join(STOP)) {
        last.interrupt();
      }
    }
  }
}
