package org.hamsafar.retrieval;

import java.nio.file.Path;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Opens embedders. A build without the libraries that this takes has none. */
public interface EmbedderProvider {
  /**
   * Opens the model of a folder.
   *
   * @param data folder for what has to be unpacked
   * @throws ModelException if it cannot be used
   */
  Embedder open(Path model, Path data);

  /**
   * Opens the model of a folder with the provider of this build.
   *
   * @throws ModelException if there is no provider or the model cannot be used
   */
  static Embedder openModel(Path model, Path data) {
    return provider().open(model, data);
  }

  private static EmbedderProvider provider() {
    try {
      return ServiceLoader.load(EmbedderProvider.class)
          .findFirst()
          .orElseThrow(EmbedderProvider::leftOut);
    } catch (ServiceConfigurationError e) {
      throw leftOut();
    }
  }

  private static ModelException leftOut() {
    return new ModelException(
        "this program was built without the libraries of --vectors: start it with ./hamsafar, which adds them, or build it with 'mvn package -DskipTests -Pvectors'");
  }
}
