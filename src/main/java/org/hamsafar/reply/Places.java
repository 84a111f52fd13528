package org.hamsafar.reply;

import org.hamsafar.knowledge.Country;
import org.hamsafar.knowledge.Knowledge;

/** Countries that somebody can be in, as against the groups that they belong to. */
public final class Places {
  private Places() {}

  /** Whether others belong to it, as to the European Union: nobody calls it for help. */
  public static boolean isGroup(Knowledge knowledge, Country country) {
    return knowledge.countries().values().stream()
        .anyMatch(c -> c.groups().contains(country.code()));
  }
}
