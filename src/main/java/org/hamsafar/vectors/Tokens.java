package org.hamsafar.vectors;

import ai.djl.engine.EngineException;
import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.hamsafar.retrieval.ModelException;

/** Cuts texts into the tokens of a model. */
final class Tokens implements AutoCloseable {
  /** Ways of asking are short; of a long message the beginning must do. */
  private static final int MOST = 128;

  private final HuggingFaceTokenizer tokenizer;

  private Tokens(HuggingFaceTokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  /**
   * @param data folder to unpack the tokenizer's native library into
   */
  static Tokens open(Path file, Path data) {
    // The library would tell its makers of every start in their cloud, and fetch what it lacks.
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("ENGINE_CACHE_DIR", data.toAbsolutePath().toString());
    try {
      return new Tokens(
          HuggingFaceTokenizer.newInstance(
              file,
              Map.of(
                  "addSpecialTokens", "true",
                  "padding", "false",
                  "truncation", "true",
                  "maxLength", Integer.toString(MOST),
                  "modelMaxLength", Integer.toString(MOST))));
    } catch (EngineException e) {
      UnsatisfiedLinkError missing = new UnsatisfiedLinkError(e.getMessage());
      missing.initCause(e);
      throw missing;
    } catch (IOException | RuntimeException e) {
      throw new ModelException(
          "%s: cannot be read as a tokenizer (%s); take tokenizer.json from where the model was published"
              .formatted(file, e.getMessage()),
          e);
    }
  }

  Encoding encode(String text) {
    return tokenizer.encode(text);
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
