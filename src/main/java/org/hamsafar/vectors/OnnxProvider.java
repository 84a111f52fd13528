package org.hamsafar.vectors;

import java.nio.file.Path;
import org.hamsafar.retrieval.Embedder;
import org.hamsafar.retrieval.EmbedderProvider;
import org.hamsafar.retrieval.ModelException;

/** Runs models with ONNX Runtime. */
public final class OnnxProvider implements EmbedderProvider {
  @Override
  public Embedder open(Path model, Path data) {
    ModelFolder folder = ModelFolder.read(model);
    try {
      Tokens tokens = Tokens.open(folder.tokenizer(), data);
      try {
        return OnnxEmbedder.open(folder, tokens);
      } catch (RuntimeException | LinkageError e) {
        tokens.close();
        throw e;
      }
    } catch (LinkageError e) {
      throw new ModelException(
          "--vectors: the libraries that run the model cannot be loaded on this machine (%s, %s: %s); start without --vectors"
              .formatted(
                  System.getProperty("os.name"), System.getProperty("os.arch"), e.getMessage()),
          e);
    }
  }
}
