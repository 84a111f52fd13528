package org.hamsafar.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * For each language the languages to show instead, nearest first. English ends every chain.
 *
 * @param chains what languages.yaml says
 */
public record FallbackChain(Map<LanguageTag, List<LanguageTag>> chains) {
  public FallbackChain {
    chains = Map.copyOf(chains);
  }

  /** {@code tag} itself, then its fallbacks, then English. */
  public List<LanguageTag> of(LanguageTag tag) {
    Set<LanguageTag> order = new LinkedHashSet<>();
    order.add(tag.replyTag());
    order.addAll(chains.getOrDefault(tag.replyTag(), List.of()));
    order.add(LanguageTag.ENGLISH);
    return new ArrayList<>(order);
  }

  /** The value of the nearest language that {@code values} has. */
  public <T> Optional<T> nearest(LanguageTag tag, Map<LanguageTag, T> values) {
    for (LanguageTag candidate : of(tag)) {
      T value = values.get(candidate);
      if (value != null) {
        return Optional.of(value);
      }
    }
    return values.values().stream().findFirst();
  }
}
