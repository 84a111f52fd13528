package org.hamsafar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command says what it does. */
class HelpTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"--help", "ask --help", "matrix login --help", "help evaluate", "bench store -h"})
  void isThere(String line) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.run(line.split(" ", -1), new PrintWriter(out), new PrintWriter(err));
    assertThat(err.toString()).isEmpty();
    assertThat(out.toString()).startsWith("Usage: hamsafar");
    assertThat(code).isZero();
  }
}
