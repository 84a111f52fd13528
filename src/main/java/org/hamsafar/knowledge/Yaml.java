package org.hamsafar.knowledge;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * YAML as volunteers expect it: every value is text, {@code no} stays {@code no}; places are known
 * by line; aliases are few.
 */
final class Yaml {
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
            .build();
    try {
      return new Compose(settings).composeString(text);
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
