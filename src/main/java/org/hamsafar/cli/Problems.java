package org.hamsafar.cli;

import java.io.PrintWriter;
import java.util.List;
import org.hamsafar.knowledge.Problem;

/** Prints faults of the knowledge folder. */
final class Problems {
  private Problems() {}

  /** One line for what was left out. */
  static void warn(List<Problem> problems, PrintWriter out) {
    List<Problem> errors = problems.stream().filter(Problem::isError).toList();
    if (!errors.isEmpty()) {
      out.println(
          "%d faults in the guidance; what is faulty is left out. './hamsafar check' shows all. The first: %s"
              .formatted(errors.size(), text(errors.getFirst())));
    }
  }

  /** {@code file:line: K007 error: what: detail. How to mend it.} */
  static String text(Problem p) {
    String place = p.line() > 0 ? p.file() + ":" + p.line() : p.file();
    return "%s: %s %s: %s: %s. To mend it: %s."
        .formatted(
            place,
            p.check(),
            p.isError() ? "error" : "warning",
            p.check().what(),
            p.detail(),
            p.check().remedy());
  }
}
