package org.hamsafar.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hamsafar.knowledge.KnowledgeMissingException;
import org.hamsafar.retrieval.ModelException;
import org.hamsafar.retrieval.ParallelFileException;
import org.hamsafar.store.StoreException;
import picocli.CommandLine;

/** Entry point. */
public final class Main {
  /** The user can mend it: wrong options, missing folders. */
  static final int USAGE = 64;

  /** A fault of ours. */
  static final int BUG = 70;

  /** Held here because the JDK keeps loggers only weakly: Lucene's hints are not for users. */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  private Main() {}

  public static void main(String[] args) {
    LUCENE.setLevel(Level.SEVERE);
    PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = run(args, out, err);
    out.flush();
    System.exit(code);
  }

  /** Runs a command; returns the exit code. */
  static int run(String[] args, PrintWriter out, PrintWriter err) {
    CommandLine line = HamsafarCommand.line(List.of(args));
    line.setOut(out).setErr(err);
    line.setExecutionExceptionHandler((e, command, _) -> {
      out.flush();
      if (e instanceof UserException
          || e instanceof KnowledgeMissingException
          || e instanceof ParallelFileException
          || e instanceof StoreException
          || e instanceof ModelException) {
        command.getErr().println(e.getMessage());
        return USAGE;
      }
      command
          .getErr()
          .println(
              "This is a fault of Hamsafar's, not yours: %s. Please report it (SECURITY.md says how, if it is about safety)."
                  .formatted(e.getClass().getSimpleName()));
      if (Boolean.getBoolean("hamsafar.debug")) {
        e.printStackTrace(command.getErr());
      }
      return BUG;
    });
    return line.execute(args);
  }
}
