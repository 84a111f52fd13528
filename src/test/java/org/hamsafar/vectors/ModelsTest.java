package org.hamsafar.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hamsafar.language.LanguageTag;
import org.hamsafar.retrieval.Embedder;
import org.hamsafar.retrieval.EmbedderProvider;
import org.hamsafar.retrieval.ModelException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models of the kinds that are published, and folders that hold none. */
class ModelsTest {
  @TempDir private Path folder = Path.of("");
  @TempDir private Path data = Path.of("");

  private Embedder open() {
    return EmbedderProvider.openModel(folder, data);
  }

  @Test
  void tokensAreAddedUpAndMadeAsLongAsOne() throws IOException {
    for (String output : new String[] {"last_hidden_state", "token_embeddings"}) {
      TinyModel.tokens(folder, output);
      try (Embedder model = open()) {
        assertThat(model.question("east")).containsExactly(1, 0);
        assertThat(model.question("east north"))
            .containsExactly(new float[] {0.6f, 0.8f}, within(1e-6f));
        assertThat(model.question("unheard")).containsExactly(0, 0);
      }
    }
  }

  @Test
  void aModelMayGiveWholeSentences() throws IOException {
    TinyModel.sentence(folder);
    try (Embedder model = open()) {
      assertThat(model.question("east east north"))
          .containsExactly(new float[] {0.6f, 0.8f}, within(1e-6f));
    }
  }

  @Test
  void prefixesAreThoseOfTheSettings() throws IOException {
    TinyModel.tokens(folder, "last_hidden_state");
    Files.writeString(
        folder.resolve("vectors.properties"),
        "question-prefix=east \npassage-prefix=north \nlanguages=en, fa-AF\n");
    try (Embedder model = open()) {
      assertThat(model.question("")).containsExactly(1, 0);
      assertThat(model.passage("")).containsExactly(0, 1);
      assertThat(model.knows(LanguageTag.DARI)).isTrue();
      assertThat(model.knows(LanguageTag.PASHTO)).isFalse();
    }
  }

  @Test
  void whatChangesVectorsChangesTheFingerprint() throws IOException {
    TinyModel.tokens(folder, "last_hidden_state");
    String plain = fingerprint();
    assertThat(fingerprint()).isEqualTo(plain);
    Files.writeString(folder.resolve("vectors.properties"), "question-prefix=east ");
    assertThat(fingerprint()).isEqualTo(plain);
    Files.writeString(folder.resolve("vectors.properties"), "passage-prefix=east ");
    assertThat(fingerprint()).isNotEqualTo(plain);
    Files.delete(folder.resolve("vectors.properties"));
    TinyModel.sentence(folder);
    assertThat(fingerprint()).isNotEqualTo(plain);
  }

  private String fingerprint() {
    try (Embedder model = open()) {
      return model.fingerprint();
    }
  }

  @Test
  void whatIsNoModelIsNamed() throws IOException {
    assertRefused(folder.resolve("model.onnx"), "put both here");
    TinyModel.tokens(folder, "logits");
    assertRefused(folder.resolve("model.onnx"), "gives [logits]");
    Files.writeString(folder.resolve("model.onnx"), "not found");
    assertRefused(folder.resolve("model.onnx"), "download it again");
    Files.writeString(folder.resolve("tokenizer.json"), "{}");
    assertRefused(folder.resolve("tokenizer.json"), "cannot be read as a tokenizer");
    Files.writeString(folder.resolve("vectors.properties"), "prefix=query: ");
    assertRefused(folder.resolve("vectors.properties"), "unknown keys [prefix]");
    Files.writeString(folder.resolve("vectors.properties"), "languages=english please");
    assertRefused(folder.resolve("vectors.properties"), "'english please' is no language tag");
  }

  private void assertRefused(Path file, String why) {
    assertThatThrownBy(this::open)
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(why);
  }
}
