package org.hamsafar.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.hamsafar.language.LanguageTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorStoreTest {
  private static final Set<String> ANYWHERE = Set.of();

  @TempDir private Path folder = Path.of("");
  private final Queue<String> embedded = new ConcurrentLinkedQueue<>();

  /** A text means its letters a, b and c. */
  private final class Letters implements Embedder {
    private final String name;

    Letters(String name) {
      this.name = name;
    }

    @Override
    public String fingerprint() {
      return name;
    }

    @Override
    public boolean knows(LanguageTag language) {
      return !language.equals(LanguageTag.PASHTO);
    }

    @Override
    public float[] question(String text) {
      float[] vector = new float[3];
      text.chars().filter(c -> c >= 'a' && c <= 'c').forEach(c -> vector[c - 'a']++);
      float length = (float) Math.sqrt(dot(vector, vector));
      return new float[] {vector[0] / length, vector[1] / length, vector[2] / length};
    }

    @Override
    public float[] passage(String text) {
      embedded.add(text);
      return question(text);
    }

    @Override
    public void close() {}
  }

  private static float dot(float[] a, float[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }

  private static Passage passage(String entry, LanguageTag language, String... questions) {
    String country = entry.substring(0, 2);
    return new Passage(entry, country, language, "a", List.of(questions), "", "");
  }

  private List<VectorIndex.Way> nearest(
      String knowledge, String model, Set<String> countries, Passage... passages) {
    try (VectorIndex index =
        new VectorStore(folder, new Letters(model)).open(knowledge, () -> List.of(passages))) {
      return index.nearest(LanguageTag.ENGLISH, "bb", countries);
    }
  }

  @Test
  void theNearestWayOfEachEntryIsFound() {
    Passage de = passage("DE/x", LanguageTag.ENGLISH, "ab", "cc");
    Passage at = passage("AT/x", LanguageTag.ENGLISH, "abb", "cb");
    Passage dari = passage("AT/y", LanguageTag.DARI, "bc");
    Passage pashto = passage("AT/z", LanguageTag.PASHTO, "b");
    List<VectorIndex.Way> found = nearest("k", "m", ANYWHERE, de, at, dari, pashto);
    assertThat(found).extracting(VectorIndex.Way::entry).startsWith("AT/x").hasSize(3);
    assertThat(found.getFirst().likeness())
        .isCloseTo(0.894f, org.assertj.core.data.Offset.offset(0.001f));
    assertThat(nearest("k", "m", Set.of("DE"), de, at, dari, pashto))
        .extracting(VectorIndex.Way::entry)
        .containsExactly("DE/x");
  }

  @Test
  void onlyWhatIsNewIsEmbedded() {
    nearest("k", "m", ANYWHERE, passage("DE/x", LanguageTag.ENGLISH, "b", "bb"));
    assertThat(embedded).containsExactlyInAnyOrder("a", "b", "bb");
    embedded.clear();
    nearest("k", "m", ANYWHERE, passage("DE/x", LanguageTag.ENGLISH, "b", "bb"));
    assertThat(embedded).isEmpty();
    nearest("changed", "m", ANYWHERE, passage("DE/x", LanguageTag.ENGLISH, "b", "ab"));
    assertThat(embedded).containsExactly("ab");
    embedded.clear();
    nearest("changed", "other", ANYWHERE, passage("DE/x", LanguageTag.ENGLISH, "b", "ab"));
    assertThat(embedded).hasSize(3);
  }
}
