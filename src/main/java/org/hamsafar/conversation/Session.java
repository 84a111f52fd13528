package org.hamsafar.conversation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hamsafar.language.LanguageTag;

/**
 * All that is remembered of one conversation.
 *
 * @param language chosen by the person
 * @param country code, or {@code ANY} for "rather not say"
 * @param status id of the paper held, in the country's own terms
 * @param thread id of the entry answered last, for follow-up questions
 * @param pending a question that waits for the person to name a country; gone with the next message
 * @param offered payloads of the choices offered last, in order, for replies by number
 * @param earlier ids of the entries shown or offered before, the latest first
 * @param stage what the next text is expected to be
 * @param done ids of plan steps ticked off
 * @param lowData short answers first
 * @param nudge whether to remind of the plan once a week
 * @param tip whether to send a tip once a day
 * @param switched the language that the last message was written in, if not the chosen one
 */
public record Session(
    Optional<LanguageTag> language,
    Optional<String> country,
    Optional<String> status,
    Optional<String> thread,
    Optional<String> pending,
    List<String> offered,
    List<String> earlier,
    Stage stage,
    Set<String> done,
    boolean lowData,
    boolean nudge,
    boolean tip,
    Optional<LanguageTag> switched) {

  /** What the next text is expected to be. */
  public enum Stage {
    /** A question or a command. */
    OPEN,
    /** The name of a country. */
    COUNTRY,
    /** The question for the volunteers. */
    HUMAN_QUESTION
  }

  /** Somebody of whom nothing is known. */
  public static final Session NEW =
      new Session(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          Stage.OPEN,
          Set.of(),
          false,
          false,
          false,
          Optional.empty());

  public Session {
    offered = List.copyOf(offered);
    earlier = List.copyOf(earlier);
    done = Set.copyOf(done);
  }

  public Session withLanguage(LanguageTag tag) {
    return new Session(
        Optional.of(tag),
        country,
        status,
        thread,
        pending,
        offered,
        earlier,
        stage,
        done,
        lowData,
        nudge,
        tip,
        Optional.empty());
  }

  /** With another country; the paper belongs to the old one and is dropped. */
  public Session withCountry(String code) {
    return new Session(
        language,
        Optional.of(code),
        country.equals(Optional.of(code)) ? status : Optional.empty(),
        thread,
        pending,
        offered,
        earlier,
        Stage.OPEN,
        done,
        lowData,
        nudge,
        tip,
        switched);
  }

  public Session withStatus(Optional<String> paper) {
    return new Session(
        language, country, paper, thread, pending, offered, earlier, stage, done, lowData, nudge,
        tip, switched);
  }

  /**
   * With what the next message may go on about.
   *
   * @param before ids of the entries shown or offered before {@code entry}, the latest first
   */
  public Session withThread(Optional<String> entry, List<String> before) {
    return new Session(
        language, country, status, entry, pending, offered, before, stage, done, lowData, nudge,
        tip, switched);
  }

  public Session withPending(Optional<String> question) {
    return new Session(
        language, country, status, thread, question, offered, earlier, stage, done, lowData, nudge,
        tip, switched);
  }

  public Session withOffered(List<String> payloads) {
    return new Session(
        language, country, status, thread, pending, payloads, earlier, stage, done, lowData, nudge,
        tip, switched);
  }

  public Session withStage(Stage next) {
    return new Session(
        language, country, status, thread, pending, offered, earlier, next, done, lowData, nudge,
        tip, switched);
  }

  public Session withDone(Set<String> steps) {
    return new Session(
        language, country, status, thread, pending, offered, earlier, stage, steps, lowData, nudge,
        tip, switched);
  }

  public Session withLowData(boolean on) {
    return new Session(
        language, country, status, thread, pending, offered, earlier, stage, done, on, nudge, tip,
        switched);
  }

  public Session withNudge(boolean on) {
    return new Session(
        language, country, status, thread, pending, offered, earlier, stage, done, lowData, on, tip,
        switched);
  }

  public Session withTip(boolean on) {
    return new Session(
        language, country, status, thread, pending, offered, earlier, stage, done, lowData, nudge,
        on, switched);
  }

  public Session withSwitched(Optional<LanguageTag> tag) {
    return new Session(
        language, country, status, thread, pending, offered, earlier, stage, done, lowData, nudge,
        tip, tag);
  }

  /** The country, unless the person would rather not say. */
  public Optional<String> knownCountry() {
    return country.filter(code -> !code.equals(org.hamsafar.knowledge.Country.ANY));
  }
}
