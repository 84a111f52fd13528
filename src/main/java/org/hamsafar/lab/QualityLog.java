package org.hamsafar.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How quality went from version to version: a file of comma-separated values, and a picture (SVG)
 * drawn from it.
 */
public final class QualityLog {
  private static final String HEADER = "step,hit@1,hit@3,MRR@10,declined precision,declined recall";
  private static final List<String> COLOURS =
      List.of("#1b6ca8", "#4fa3d1", "#2a9d5c", "#c8741c", "#8e4ea8");
  private static final int WIDTH = 860;
  private static final int HEIGHT = 420;
  private static final int LEFT = 50;
  private static final int RIGHT = 670;
  private static final int TOP = 20;
  private static final int BOTTOM = 340;

  private final List<Step> steps = new ArrayList<>();

  /**
   * A version.
   *
   * @param figures in the order of the header, each between 0 and 1
   */
  public record Step(String name, List<Double> figures) {
    public Step {
      // As the file keeps them, so that a picture drawn later is the same.
      figures = figures.stream().map(f -> Math.round(f * 1000) / 1000.0).toList();
    }

    private String line() {
      StringBuilder line = new StringBuilder(name.replace(',', ';'));
      figures.forEach(f -> line.append(String.format(Locale.ROOT, ",%.3f", f)));
      return line.toString();
    }
  }

  /**
   * Reads what was recorded; nothing if there is no file.
   *
   * @throws IllegalArgumentException if a line has not six values
   */
  public static QualityLog read(Path file) throws IOException {
    QualityLog log = new QualityLog();
    if (Files.exists(file)) {
      List<String> lines = Files.readAllLines(file);
      for (int i = 1; i < lines.size(); i++) {
        log.steps.add(step(lines.get(i), i + 1));
      }
    }
    return log;
  }

  private static Step step(String line, int number) {
    String[] values = line.split(",", -1);
    List<Double> figures = new ArrayList<>();
    try {
      for (int i = 1; i < values.length; i++) {
        figures.add(Double.parseDouble(values[i]));
      }
    } catch (NumberFormatException e) {
      figures.clear();
    }
    if (figures.size() != COLOURS.size()) {
      throw new IllegalArgumentException("line %d has not the values %s".formatted(number, HEADER));
    }
    return new Step(values[0], figures);
  }

  /** Adds a version, in place of one of the same name. */
  public void record(Step step) {
    steps.removeIf(s -> s.name().equals(step.name()));
    steps.add(step);
  }

  public String csv() {
    StringBuilder csv = new StringBuilder(HEADER).append('\n');
    steps.forEach(s -> csv.append(s.line()).append('\n'));
    return csv.toString();
  }

  /** Lines of all figures, one step beside the next; the scale goes from .4 to 1. */
  public String svg() {
    StringBuilder svg =
        new StringBuilder(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">\n<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>\n"
                .formatted(WIDTH, HEIGHT));
    for (int tenth = 4; tenth <= 10; tenth++) {
      int y = y(tenth / 10.0);
      svg.append(
          "<path d=\"M%d %dH%d\" stroke=\"#ddd\"/><text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>\n"
              .formatted(LEFT, y, RIGHT, LEFT - 6, y + 4, tenth == 10 ? "1" : "." + tenth));
    }
    for (int i = 0; i < steps.size(); i++) {
      svg.append(
          "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%d<title>%s</title></text>\n"
              .formatted(x(i), BOTTOM + 18, i + 1, escape(steps.get(i).name())));
    }
    String[] names = HEADER.split(",", -1);
    for (int figure = 0; figure < COLOURS.size(); figure++) {
      line(svg, figure, names[figure + 1]);
    }
    return svg.append("</svg>\n").toString();
  }

  private void line(StringBuilder svg, int figure, String name) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < steps.size(); i++) {
      points.append("%d,%d ".formatted(x(i), y(steps.get(i).figures().get(figure))));
    }
    String colour = COLOURS.get(figure);
    svg.append(
        "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>\n"
            .formatted(points.toString().strip(), colour));
    int y = TOP + 20 * figure;
    double last = steps.isEmpty() ? 0 : steps.getLast().figures().get(figure);
    svg.append(
        "<path d=\"M%d %dh18\" stroke=\"%s\" stroke-width=\"3\"/><text x=\"%d\" y=\"%d\">%s %s</text>\n"
            .formatted(
                RIGHT + 14,
                y,
                colour,
                RIGHT + 38,
                y + 4,
                escape(name),
                String.format(Locale.ROOT, "%.3f", last)));
  }

  private int x(int step) {
    return LEFT + 20 + (RIGHT - LEFT - 40) * step / Math.max(1, steps.size() - 1);
  }

  private static int y(double figure) {
    return (int) Math.round(BOTTOM - (BOTTOM - TOP) * (Math.max(0.4, figure) - 0.4) / 0.6);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
