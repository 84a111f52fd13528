package org.hamsafar.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures kept from version to version and drawn. */
class QualityLogTest {
  private static final List<Double> FIGURES = List.of(0.8, 0.9, 0.85, 0.7, 0.75);

  @TempDir private Path folder = Path.of("");

  @Test
  void keepsAndDrawsWhatWasRecorded() throws Exception {
    Path file = folder.resolve("quality.csv");
    QualityLog log = QualityLog.read(file);
    log.record(new QualityLog.Step("first, <small>", FIGURES));
    log.record(new QualityLog.Step("second", FIGURES));
    log.record(new QualityLog.Step("second", FIGURES.reversed()));
    Files.writeString(file, log.csv());
    assertThat(Files.readAllLines(file))
        .hasSize(3)
        .contains("first; <small>,0.800,0.900,0.850,0.700,0.750");
    String svg = QualityLog.read(file).svg();
    Path picture = Files.writeString(folder.resolve("p.svg"), svg);
    assertThat(
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(picture.toFile())
                .getElementsByTagName("polyline")
                .getLength())
        .isEqualTo(5);
  }

  @Test
  void namesABrokenLine() throws Exception {
    Path file = Files.writeString(folder.resolve("quality.csv"), "step\nfirst,0.5\n");
    assertThatThrownBy(() -> QualityLog.read(file)).hasMessageContaining("line 2");
  }

  @Test
  void theShippedPictureIsDrawnFromTheShippedFigures() throws Exception {
    String svg = QualityLog.read(Path.of("docs/quality.csv")).svg();
    assertThat(Files.readString(Path.of("docs/images/quality.svg"))).isEqualTo(svg);
  }
}
