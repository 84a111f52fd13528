package org.hamsafar.reply;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hamsafar.channel.OutboundMessage.Button;
import org.hamsafar.knowledge.Body;
import org.hamsafar.knowledge.Confidence;
import org.hamsafar.knowledge.Country;
import org.hamsafar.knowledge.Danger;
import org.hamsafar.knowledge.Knowledge;
import org.hamsafar.language.LanguageTag;

/** Says to somebody in danger whom to call, and one next step; then what answers the message. */
final class CrisisReply {
  private static final int LINES = 4;
  private static final Map<Danger, List<String>> PURPOSES =
      new EnumMap<>(
          Map.of(
              Danger.SUICIDE, List.of("suicide", "distress"),
              Danger.VIOLENCE, List.of("violence", "police"),
              Danger.CHILD, List.of("child", "missing"),
              Danger.DETAINED, List.of("detained", "legal"),
              Danger.TRAFFICKING, List.of("trafficking", "violence"),
              Danger.EMERGENCY, List.of()));

  private final Knowledge knowledge;
  private final MessageCatalogue catalogue;

  CrisisReply(Knowledge knowledge, MessageCatalogue catalogue) {
    this.knowledge = knowledge;
    this.catalogue = catalogue;
  }

  /**
   * @param told the beginning of what answers the message, to be read after the help lines
   * @param next what to read then
   */
  Message of(
      LanguageTag tag,
      Set<Danger> dangers,
      Optional<String> countryCode,
      List<Body.Block> told,
      List<Button> next) {
    List<Danger> ordered = dangers.stream().sorted().toList();
    boolean heldOnly = dangers.equals(Set.of(Danger.DETAINED));
    Message.Builder message = new Message.Builder(tag);
    message.say(catalogue.text(tag, heldOnly ? "crisis-lead-held" : "crisis-lead"));
    Optional<Country> country = countryCode.flatMap(knowledge::country);
    if (country.isPresent()) {
      emergency(tag, country.get(), heldOnly, message);
      lines(tag, country.get(), ordered, message);
    } else {
      message.say(catalogue.text(tag, "crisis-no-country"));
      knowledge.country(Country.ANY).ifPresent(any -> lines(tag, any, ordered, message));
    }
    message.say(catalogue.text(tag, "crisis-step." + ordered.getFirst().id()));
    message.blocks(told);
    message.say(catalogue.text(tag, "crisis-after"));
    next.forEach(button -> message.row(List.of(button)));
    if (country.isEmpty()) {
      knowledge
          .places()
          .filter(c -> !c.emergency().isEmpty())
          .forEach(
              c -> message.choice(name(tag, c.names()), Payloads.of(Payloads.SAME_IN, c.code())));
    }
    return message.build();
  }

  private void emergency(
      LanguageTag tag, Country country, boolean heldOnly, Message.Builder message) {
    if (heldOnly || country.emergency().isEmpty()) {
      return;
    }
    message.say(catalogue.text(tag, "crisis-emergency"));
    message.block(list(tag, country.emergency()));
  }

  private void lines(
      LanguageTag tag, Country country, List<Danger> dangers, Message.Builder message) {
    Set<Country.HelpLine> fitting = new LinkedHashSet<>();
    for (Danger danger : dangers) {
      for (String purpose : PURPOSES.getOrDefault(danger, List.of())) {
        country.helpLines().stream()
            .filter(l -> l.purposes().contains(purpose))
            .sorted(Comparator.comparing(Country.HelpLine::confidence))
            .forEach(fitting::add);
      }
    }
    if (!fitting.isEmpty()) {
      message.say(catalogue.text(tag, "crisis-lines"));
      message.block(list(tag, fitting.stream().limit(LINES).toList()));
    }
  }

  private Body.Block list(LanguageTag tag, List<Country.HelpLine> lines) {
    List<List<Body.Span>> items = new ArrayList<>();
    for (Country.HelpLine line : lines) {
      List<Body.Span> spans = new ArrayList<>();
      line.number()
          .ifPresent(number -> {
            spans.add(new Body.Link(number, "tel:" + number.replaceAll("[^+\\d*#]", "")));
            spans.add(new Body.Text(" – "));
          });
      spans.add(new Body.Text(name(tag, line.names())));
      line.url()
          .ifPresent(url -> {
            spans.add(new Body.Text(" "));
            spans.add(new Body.Link(url, url));
          });
      if (line.confidence() != Confidence.HIGH) {
        spans.add(new Body.Text(" (" + catalogue.text(tag, "crisis-check-first") + ")"));
      }
      items.add(spans);
    }
    return new Body.Items(false, items);
  }

  private String name(LanguageTag tag, Map<LanguageTag, String> names) {
    return knowledge.fallback().nearest(tag, names).orElse("");
  }
}
