package org.hamsafar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolvedModule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What can be known about the container files without a container engine. */
class DockerFilesTest {
  private static final Path DOCKER = Path.of("docker");

  private static final Set<String> COMMANDS =
      Set.of(
          "chat",
          "ask",
          "run",
          "check",
          "coverage",
          "evaluate",
          "gaps",
          "preview",
          "import",
          "bench",
          "doctor");
  private static final Set<String> OPTIONS =
      Set.of("--knowledge", "--seeds", "--data", "--config", "--lang", "--country", "--json");

  /** Where the build stage leaves what the final stage takes from it. */
  private static final Set<String> BUILT =
      Set.of("/runtime", "/src/target/lib", "/src/target/hamsafar.jar");

  /** Lucene runs without the first; only ICU's own documentation tool wants the second. */
  private static final Set<String> UNUSED = Set.of("jdk.incubator.vector", "jdk.javadoc");

  private static final Pattern PINNED = Pattern.compile("[a-z0-9/-]+:v?[0-9]+[.a-z0-9-]*");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)");
  private static final Pattern WORD_IN_QUOTES = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

  /** One instruction of a Dockerfile, such as {@code COPY seeds seeds}. */
  private record Instruction(String name, String rest) {
    List<String> words() {
      if (rest.startsWith("[")) {
        return WORD_IN_QUOTES.matcher(rest).results().map(m -> m.group(1)).toList();
      }
      return List.of(rest.split("\\s+"));
    }
  }

  private static List<Instruction> dockerfile() throws IOException {
    String joined =
        Files.readString(DOCKER.resolve("Dockerfile"))
            .replaceAll("(?m)^#.*\\R", "")
            .replaceAll("\\\\\\R\\s*", "");
    return joined
        .lines()
        .filter(line -> !line.isBlank())
        .map(line -> line.split("\\s+", 2))
        .map(parts -> new Instruction(parts[0], parts[1]))
        .toList();
  }

  private static List<Instruction> instructions(String name) throws IOException {
    return dockerfile().stream().filter(i -> i.name().equals(name)).toList();
  }

  private static List<Instruction> finalStage() throws IOException {
    List<Instruction> all = dockerfile();
    return all.subList(all.lastIndexOf(instructions("FROM").getLast()), all.size());
  }

  private static Map<?, ?> services() throws IOException {
    Object compose =
        new Load(LoadSettings.builder().build())
            .loadFromString(Files.readString(DOCKER.resolve("compose.yaml")));
    return (Map<?, ?>) value(compose, "services");
  }

  private static Object value(Object map, String key) {
    return requireNonNull(((Map<?, ?>) map).get(key), key);
  }

  @Test
  void everyCopiedPathExists() throws IOException {
    for (Instruction copy : instructions("COPY")) {
      List<String> words = copy.words();
      boolean fromBuild = words.getFirst().equals("--from=build");
      for (String source : words.subList(fromBuild ? 1 : 0, words.size() - 1)) {
        if (fromBuild) {
          assertThat(BUILT).contains(source);
        } else {
          assertThat(Path.of(source)).exists();
        }
      }
    }
  }

  @Test
  void theBuildStageMakesWhatTheFinalStageTakes() throws IOException {
    assertThat(Files.readString(Path.of("pom.xml")))
        .contains(
            "<finalName>hamsafar</finalName>", "<outputDirectory>${project.build.directory}/lib");
    assertThat(instructions("RUN")).anyMatch(run -> run.rest().endsWith("--output /runtime"));
  }

  @Test
  void commandsAndOptionsAreThoseOfTheCommandLine() throws IOException {
    List<String> entry = arguments(instructions("ENTRYPOINT").getLast().words());
    List<List<String>> lines = new ArrayList<>();
    lines.add(
        Stream.concat(entry.stream(), instructions("CMD").getLast().words().stream()).toList());
    lines.add(trainingRun());
    Object bot = value(services(), "bot");
    List<String> command = ((List<?>) value(bot, "command")).stream().map(String::valueOf).toList();
    lines.add(Stream.concat(entry.stream(), command.stream()).toList());
    for (List<String> line : lines) {
      assertThat(OPTIONS).containsAll(line.stream().filter(w -> w.startsWith("--")).toList());
      assertThat(line).containsAnyElementsOf(COMMANDS);
    }
    assertThat(COMMANDS).containsAll(command);
  }

  private static List<String> trainingRun() throws IOException {
    String run =
        instructions("RUN").stream()
            .map(Instruction::rest)
            .filter(rest -> rest.contains("-jar"))
            .findFirst()
            .orElseThrow();
    return arguments(List.of(run.substring(0, run.indexOf('>')).split("\\s+")));
  }

  private static List<String> arguments(List<String> words) {
    return words.subList(words.indexOf("-jar") + 2, words.size());
  }

  @Test
  void theBotRunsWithoutPrivileges() throws IOException {
    List<Instruction> stage = finalStage();
    List<Instruction> users = stage.stream().filter(i -> i.name().equals("USER")).toList();
    assertThat(users).hasSize(1);
    assertThat(users.getFirst().rest()).matches("[1-9][0-9]*:[1-9][0-9]*");
    assertThat(stage.subList(stage.indexOf(users.getFirst()), stage.size()))
        .extracting(Instruction::name)
        .contains("ENTRYPOINT", "CMD")
        .doesNotContain("RUN", "COPY", "ADD");
    assertThat(value(value(services(), "bot"), "read_only")).isEqualTo(true);
  }

  @Test
  void imagesArePinned() throws IOException {
    List<String> images = new ArrayList<>();
    instructions("FROM").forEach(from -> images.add(from.words().getFirst()));
    for (Object service : services().values()) {
      if (service instanceof Map<?, ?> map && map.get("image") instanceof String image) {
        images.add(image);
      }
    }
    assertThat(images).hasSizeGreaterThanOrEqualTo(4);
    assertThat(images).allSatisfy(image -> assertThat(image).matches(PINNED));
  }

  @Test
  void theExampleNamesEveryVariableOfTheServices() throws IOException {
    List<String> used =
        VARIABLE
            .matcher(Files.readString(DOCKER.resolve("compose.yaml")))
            .results()
            .map(m -> m.group(1))
            .toList();
    List<String> named =
        Files.readString(DOCKER.resolve("compose.env.example"))
            .lines()
            .filter(line -> line.matches("[A-Z_]+=.*"))
            .map(line -> line.substring(0, line.indexOf('=')))
            .toList();
    assertThat(named).hasSameElementsAs(Set.copyOf(used));
  }

  @Test
  void theJvmKnowsItsOptions() throws IOException, InterruptedException {
    Process java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + DOCKER.resolve("jvm.options"),
                "-version")
            .redirectErrorStream(true)
            .start();
    String output = new String(java.getInputStream().readAllBytes(), UTF_8);
    assertThat(java.waitFor()).as(output).isZero();
  }

  @Test
  void theRuntimeHoldsEveryModuleThatIsNeeded() throws IOException {
    String jlink =
        instructions("RUN").stream()
            .map(Instruction::rest)
            .filter(rest -> rest.contains("--add-modules"))
            .findFirst()
            .orElseThrow();
    String modules = jlink.replaceFirst(".*--add-modules (\\S+) .*", "$1");
    assertThat(withRequired(Set.of(modules.split(",")))).containsAll(neededModules());
  }

  private static Set<String> withRequired(Set<String> modules) {
    return Configuration.empty()
        .resolve(ModuleFinder.ofSystem(), ModuleFinder.of(), modules)
        .modules()
        .stream()
        .map(ResolvedModule::name)
        .collect(toSet());
  }

  private static List<String> neededModules() {
    ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        jdeps.run(
            new PrintWriter(out),
            new PrintWriter(err),
            "--ignore-missing-deps",
            "--multi-release=25",
            "--recursive",
            "--print-module-deps",
            "--class-path",
            System.getProperty("java.class.path"),
            "target/classes");
    assertThat(status).as("%s%s", out, err).isZero();
    String last = out.toString().lines().reduce("", (first, second) -> second);
    return Stream.of(last.strip().split(",")).filter(module -> !UNUSED.contains(module)).toList();
  }
}
