package org.hamsafar.answer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hamsafar.knowledge.Country;
import org.hamsafar.knowledge.Entry;
import org.hamsafar.knowledge.Knowledge;

/**
 * Where the person is, and the countries that the question names. Which of them it is about the
 * ranking settles together with what is asked: "my wife is in Iran" may be about a visa to here or
 * about her papers there.
 *
 * @param home where the person is, with the groups that it belongs to; empty if not known
 * @param goals of countries that somebody goes to, likewise
 * @param named of countries named without a sign of what they are
 * @param away of countries that somebody comes from or a relative is in, and whose language or
 *     people are named
 * @param groups that hold somewhere among these without being one of them
 */
record Whereabouts(
    Set<String> home, Set<String> goals, Set<String> named, Set<String> away, Set<String> groups) {
  /** Nothing is known. */
  static final Whereabouts UNKNOWN =
      new Whereabouts(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

  static Whereabouts of(Knowledge knowledge, Optional<String> home, CountryFinder.Found found) {
    Map<CountryRole, Set<String>> roles = found.roles();
    Set<String> away = new LinkedHashSet<>();
    away.addAll(roles.getOrDefault(CountryRole.RELATIVE, Set.of()));
    away.addAll(roles.getOrDefault(CountryRole.ORIGIN, Set.of()));
    away.addAll(roles.getOrDefault(CountryRole.ADJECTIVE, Set.of()));
    Set<String> here = roles.getOrDefault(CountryRole.PLACE, home.map(Set::of).orElse(Set.of()));
    Set<String> goals = roles.getOrDefault(CountryRole.DESTINATION, Set.of());
    Set<String> named = roles.getOrDefault(CountryRole.PLAIN, Set.of());
    Set<String> groups = new LinkedHashSet<>();
    List.of(here, goals, named, away).forEach(codes -> groups.addAll(with(knowledge, codes)));
    List.of(here, goals, named, away).forEach(groups::removeAll);
    return new Whereabouts(
        with(knowledge, here),
        with(knowledge, goals),
        with(knowledge, named),
        with(knowledge, away),
        groups);
  }

  private static Set<String> with(Knowledge knowledge, Set<String> codes) {
    Set<String> all = new LinkedHashSet<>(codes);
    codes.forEach(code -> all.addAll(knowledge.scope(code)));
    all.remove(Country.ANY);
    return all;
  }

  /** Whether it is known where to look; a country that a relative shall leave says nothing. */
  boolean isKnown() {
    return !(home.isEmpty() && goals.isEmpty() && named.isEmpty());
  }

  /** The codes whose entries may answer; empty if all may. */
  Set<String> scope() {
    Set<String> scope = new LinkedHashSet<>();
    if (isKnown()) {
      scope.addAll(home);
      scope.addAll(goals);
      scope.addAll(named);
      scope.addAll(away);
      scope.add(Country.ANY);
    }
    return scope;
  }

  /** The same without where relatives are and somebody comes from. */
  Set<String> places() {
    Set<String> places = scope();
    away.stream().filter(code -> !home.contains(code)).forEach(places::remove);
    return places;
  }

  boolean holds(Entry entry) {
    return entry.country().equals(Country.ANY) || scope().contains(entry.country());
  }

  Signals judge(Entry entry, Signals signals) {
    String code = entry.country();
    boolean everywhere = code.equals(Country.ANY);
    return signals
        .change()
        .set(Signal.HERE, home.contains(code))
        .set(Signal.GOAL, goals.contains(code))
        .set(Signal.NAMED, named.contains(code))
        .set(Signal.AWAY, away.contains(code))
        .set(Signal.GROUP, groups.contains(code))
        .set(Signal.ELSEWHERE, isKnown() && !holds(entry))
        .set(Signal.SOMEWHERE, !isKnown() && !everywhere)
        .build();
  }
}
