package org.hamsafar.vectors;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hamsafar.language.LanguageTag;
import org.hamsafar.retrieval.ModelException;

/**
 * A folder with a model, and what its optional {@code vectors.properties} says of it.
 *
 * @param languages that the model understands; empty for all
 */
record ModelFolder(
    Path model,
    Path tokenizer,
    String questionPrefix,
    String passagePrefix,
    Set<LanguageTag> languages) {
  private static final String QUESTION_PREFIX = "question-prefix";
  private static final String PASSAGE_PREFIX = "passage-prefix";
  private static final String LANGUAGES = "languages";
  private static final List<String> KEYS = List.of(QUESTION_PREFIX, PASSAGE_PREFIX, LANGUAGES);

  static ModelFolder read(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new ModelException(
          "--vectors %s: no such folder; name one that holds model.onnx and tokenizer.json"
              .formatted(folder));
    }
    Path file = folder.resolve("vectors.properties");
    Properties settings = settings(file);
    return new ModelFolder(
        present(folder.resolve("model.onnx")),
        present(folder.resolve("tokenizer.json")),
        settings.getProperty(QUESTION_PREFIX, ""),
        settings.getProperty(PASSAGE_PREFIX, ""),
        languages(file, settings.getProperty(LANGUAGES, "")));
  }

  /** Of what the vectors of the guidance depend on: a copy of the folder has the same. */
  String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      List<Path> files = List.of(model, model.resolveSibling("model.onnx_data"), tokenizer);
      for (Path file : files.stream().filter(Files::exists).toList()) {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
          in.transferTo(OutputStream.nullOutputStream());
        }
      }
      digest.update((passagePrefix + new TreeSet<>(languages)).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (IOException e) {
      throw new ModelException(model.getParent() + ": cannot be read; mend its permissions", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path present(Path file) {
    if (!Files.isReadable(file)) {
      throw new ModelException(
          "%s: missing or not readable; a model is published with model.onnx (often in a folder onnx) and tokenizer.json: put both here under these names"
              .formatted(file));
    }
    return file;
  }

  private static Properties settings(Path file) {
    Properties settings = new Properties();
    if (!Files.exists(file)) {
      return settings;
    }
    try (Reader in = Files.newBufferedReader(file)) {
      settings.load(in);
    } catch (IOException | IllegalArgumentException e) {
      throw new ModelException(file + ": cannot be read; it has lines 'key=value' in UTF-8", e);
    }
    Set<String> unknown = new TreeSet<>(settings.stringPropertyNames());
    KEYS.forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw new ModelException("%s: unknown keys %s; known are %s".formatted(file, unknown, KEYS));
    }
    return settings;
  }

  private static Set<LanguageTag> languages(Path file, String list) {
    List<String> tags =
        Stream.of(list.split(",")).map(String::strip).filter(t -> !t.isEmpty()).toList();
    for (String tag : tags) {
      if (!LanguageTag.isTag(tag)) {
        throw new ModelException(
            "%s: %s: '%s' is no language tag; write tags such as 'en, fa-AF, ps'"
                .formatted(file, LANGUAGES, tag));
      }
    }
    return tags.stream().map(LanguageTag::new).collect(Collectors.toUnmodifiableSet());
  }
}
