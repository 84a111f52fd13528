package org.hamsafar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentDigestTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void aJarIsAsTheFolderItWasMadeOf() throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes/org"));
    Files.writeString(classes.resolve("One.class"), "one");
    Files.writeString(folder.resolve("classes/two.properties"), "two");
    String ofFolder = ContentDigest.of(List.of(folder.resolve("classes")));
    assertThat(ContentDigest.of(List.of(jar("first")))).isEqualTo(ofFolder);
    Files.writeString(classes.resolve("One.class"), "another");
    assertThat(ContentDigest.of(List.of(jar("second")))).isNotEqualTo(ofFolder);
  }

  private Path jar(String name) {
    Path jar = folder.resolve(name + ".jar");
    String classes = folder.resolve("classes").toString();
    assertThat(
            ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "cf", jar.toString(), "-C", classes, "."))
        .isZero();
    return jar;
  }
}
