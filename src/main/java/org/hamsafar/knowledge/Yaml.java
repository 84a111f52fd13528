package org.hamsafar.knowledge;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * YAML as volunteers expect it: every value is text, {@code no} stays {@code no}; places are known
 * by line; aliases are few.
 */
final class Yaml {
  private static final int LEAST_BUFFER = 16;

  private Yaml() {}

  /**
   * Reads one document.
   *
   * @param firstLine the line of the file on which {@code text} begins, from 1
   */
  static Optional<Node> parse(String text, String file, int firstLine, Problems problems) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file)
            .setSchema(new FailsafeSchema())
            .setMaxAliasesForCollections(10)
            .setAllowRecursiveKeys(false)
            .setUseMarks(true)
            .setCodePointLimit((int) KnowledgeFolder.MAX_BYTES)
            // Read at once: the library fails on an emoji that two reads would divide.
            .setBufferSize(Math.max(LEAST_BUFFER, text.length() + 1))
            .build();
    try {
      Parser parser = new ParserImpl(settings, new StreamReader(settings, text));
      return new Composer(settings, new ShallowParser(parser)).getSingleNode();
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(Mark::getLine).orElse(0) + firstLine;
      problems.add(Check.K005, file, line, oneLine(e.getProblem()));
    } catch (YamlEngineException e) {
      problems.add(Check.K005, file, firstLine, oneLine(String.valueOf(e.getMessage())));
    }
    return Optional.empty();
  }

  private static String oneLine(String message) {
    String line = message.lines().findFirst().orElse("");
    return line.length() > 160 ? line.substring(0, 160) : line;
  }
}
