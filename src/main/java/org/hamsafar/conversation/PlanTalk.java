package org.hamsafar.conversation;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hamsafar.channel.OutboundMessage.Button;
import org.hamsafar.knowledge.Body;
import org.hamsafar.knowledge.Country;
import org.hamsafar.knowledge.Knowledge;
import org.hamsafar.knowledge.Plan;
import org.hamsafar.language.LanguageTag;
import org.hamsafar.reply.AnswerReply;
import org.hamsafar.reply.Message;
import org.hamsafar.reply.MessageCatalogue;
import org.hamsafar.reply.Payloads;

/** The familiarisation plan: what to do in the first days, weeks and months; ticked off. */
final class PlanTalk {
  private final Knowledge knowledge;
  private final AnswerReply replies;

  PlanTalk(Knowledge knowledge, AnswerReply replies) {
    this.knowledge = knowledge;
    this.replies = replies;
  }

  Turn show(Talk talk) {
    Optional<Plan> plan = plan(talk.session());
    return plan.isEmpty()
        ? Turn.say(talk.session(), Message.of(talk.tag(), talk.text("menu-empty")))
        : Turn.say(talk.session(), message(talk, plan.get()));
  }

  /** The plan of the person's country, or the one for everywhere. */
  private Optional<Plan> plan(Session session) {
    return Optional.ofNullable(knowledge.plans().get(session.country().orElse(Country.ANY)))
        .or(() -> Optional.ofNullable(knowledge.plans().get(Country.ANY)));
  }

  private static List<Plan.Step> steps(Plan plan, Session session) {
    return plan.steps().stream()
        .filter(s ->
            s.status().isEmpty()
                || session.status().isEmpty()
                || s.status().contains(session.status().get()))
        .toList();
  }

  private Message message(Talk talk, Plan plan) {
    List<Plan.Step> steps = steps(plan, talk.session());
    Set<String> done = talk.session().done();
    Message.Builder message = new Message.Builder(talk.tag()).heading(title(talk, plan));
    for (Plan.Phase phase : Plan.Phase.values()) {
      List<List<Body.Span>> lines =
          steps.stream()
              .filter(s -> s.phase() == phase)
              .map(s -> line(talk, s, done.contains(s.id())))
              .toList();
      if (!lines.isEmpty()) {
        message.heading(
            talk.text("plan-" + phase.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        message.block(new Body.Items(false, lines));
      }
    }
    long ticked = steps.stream().filter(s -> done.contains(s.id())).count();
    message.say(talk.text("plan-done", Map.of("done", ticked, "all", steps.size())));
    Optional<Plan.Step> next = steps.stream().filter(s -> !done.contains(s.id())).findFirst();
    if (next.isEmpty()) {
      return message.say(talk.text("plan-finished")).replacing().build();
    }
    message.say(talk.text("plan-next", Map.of("step", name(talk, next.get()))));
    next.get()
        .entry()
        .flatMap(knowledge::entry)
        .ifPresent(
            e -> message.choice(talk.text("plan-read"), Payloads.of(Payloads.ENTRY, e.id())));
    message.choice(
        talk.text("plan-tick", Map.of("step", name(talk, next.get()))),
        Payloads.of(Payloads.PLAN_TICK, next.get().id()));
    lastDone(steps, done)
        .ifPresent(s ->
            message.choice(
                talk.text("plan-undo", Map.of("step", name(talk, s))),
                Payloads.of(Payloads.PLAN_TICK, s.id())));
    boolean on = talk.session().nudge();
    message.row(
        List.of(
            new Button(
                talk.text(on ? "plan-nudge-off" : "plan-nudge-on"),
                Payloads.of(Payloads.NUDGE, on ? "off" : "on"))));
    return message.replacing().build();
  }

  private static Optional<Plan.Step> lastDone(List<Plan.Step> steps, Set<String> done) {
    return steps.reversed().stream().filter(s -> done.contains(s.id())).findFirst();
  }

  private String title(Talk talk, Plan plan) {
    return plan.country().equals(Country.ANY)
        ? talk.text("plan-any")
        : talk.text(
            "plan-title", Map.of("country", replies.countryName(talk.tag(), plan.country())));
  }

  private List<Body.Span> line(Talk talk, Plan.Step step, boolean done) {
    return List.of(new Body.Text((done ? "✓ " : "○ ") + name(talk, step)));
  }

  private String name(Talk talk, Plan.Step step) {
    return knowledge.fallback().nearest(talk.tag(), step.titles()).orElse(step.id());
  }

  /** Ticks a step off, or on again if it was done. */
  Turn tick(Talk talk, String step) {
    Set<String> done = new HashSet<>(talk.session().done());
    boolean known =
        plan(talk.session())
            .map(p -> p.steps().stream().anyMatch(s -> s.id().equals(step)))
            .orElse(false);
    if (known && !done.remove(step)) {
      done.add(step);
    }
    return show(talk.with(talk.session().withDone(done)));
  }

  Turn nudge(Talk talk, boolean on) {
    return Turn.say(
        talk.session().withNudge(on),
        Message.of(talk.tag(), talk.text(on ? "plan-nudge-is-on" : "plan-nudge-is-off")));
  }

  /** The next step that a reminder names; empty if all are done. */
  Optional<Message> reminder(Session session, LanguageTag tag, MessageCatalogue catalogue) {
    return plan(session)
        .flatMap(p ->
            steps(p, session).stream().filter(s -> !session.done().contains(s.id())).findFirst())
        .map(s ->
            Message.of(
                tag,
                catalogue.text(
                    tag,
                    "plan-nudge",
                    Map.of("step", knowledge.fallback().nearest(tag, s.titles()).orElse(s.id())))));
  }
}
