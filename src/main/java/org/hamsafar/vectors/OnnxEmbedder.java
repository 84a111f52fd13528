package org.hamsafar.vectors;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hamsafar.language.LanguageTag;
import org.hamsafar.retrieval.Embedder;
import org.hamsafar.retrieval.ModelException;

/** A sentence-embedding model in ONNX's format. */
final class OnnxEmbedder implements Embedder {
  /** Whole sentences as one vector, else a vector a token: the first of these that there is. */
  private static final List<String> OUTPUTS =
      List.of("sentence_embedding", "last_hidden_state", "token_embeddings");

  private static final Set<String> INPUTS = Set.of("input_ids", "attention_mask", "token_type_ids");

  /** Lucene keeps no longer vectors. */
  private static final int MOST_DIMENSIONS = 1024;

  private final ModelFolder folder;
  private final Tokens tokens;
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final String output;
  private final String fingerprint;

  private OnnxEmbedder(
      ModelFolder folder, Tokens tokens, OrtEnvironment environment, OrtSession session) {
    this.folder = folder;
    this.tokens = tokens;
    this.environment = environment;
    this.session = session;
    this.output = output(folder.model(), session);
    this.fingerprint = folder.fingerprint();
  }

  static OnnxEmbedder open(ModelFolder folder, Tokens tokens) {
    try {
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      environment.setTelemetry(false);
      OrtSession session = session(environment, folder.model());
      OnnxEmbedder embedder = new OnnxEmbedder(folder, tokens, environment, session);
      int length = embedder.question("work").length;
      if (length > MOST_DIMENSIONS) {
        throw new ModelException(
            "%s: its vectors have %d numbers, more than %d: take a smaller model"
                .formatted(folder.model(), length, MOST_DIMENSIONS));
      }
      return embedder;
    } catch (OrtException e) {
      throw unusable(folder.model(), e);
    }
  }

  /** One thread a text: many texts are embedded side by side. */
  private static OrtSession session(OrtEnvironment environment, Path model) throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setCPUArenaAllocator(false);
      return environment.createSession(model.toString(), options);
    }
  }

  private static ModelException unusable(Path model, OrtException e) {
    return new ModelException(
        "%s: cannot be run as a model (%s); download it again, with the file model.onnx_data if it was published with one"
            .formatted(model, e.getMessage()),
        e);
  }

  private static String output(Path model, OrtSession session) {
    Set<String> unknown = new TreeSet<>(session.getInputNames());
    unknown.removeAll(INPUTS);
    String output =
        OUTPUTS.stream().filter(session.getOutputNames()::contains).findFirst().orElse("");
    if (!unknown.isEmpty() || output.isEmpty()) {
      throw new ModelException(
          "%s: takes %s and gives %s; wanted is a sentence-embedding model that takes of %s and gives one of %s"
              .formatted(
                  model,
                  new TreeSet<>(session.getInputNames()),
                  new TreeSet<>(session.getOutputNames()),
                  new TreeSet<>(INPUTS),
                  OUTPUTS));
    }
    return output;
  }

  @Override
  public String fingerprint() {
    return fingerprint;
  }

  @Override
  public boolean knows(LanguageTag language) {
    return folder.languages().isEmpty() || folder.languages().contains(language);
  }

  @Override
  public float[] question(String text) {
    return vector(folder.questionPrefix() + text);
  }

  @Override
  public float[] passage(String text) {
    return vector(folder.passagePrefix() + text);
  }

  private float[] vector(String text) {
    Encoding encoding = tokens.encode(text);
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try {
      for (String name : session.getInputNames()) {
        long[][] one = {of(encoding, name)};
        inputs.put(name, OnnxTensor.createTensor(environment, one));
      }
      try (OrtSession.Result result = session.run(inputs, Set.of(output))) {
        return normalised(pooled(result.get(0).getValue(), encoding.getAttentionMask()));
      }
    } catch (OrtException e) {
      throw unusable(folder.model(), e);
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private static long[] of(Encoding encoding, String input) {
    return switch (input) {
      case "input_ids" -> encoding.getIds();
      case "attention_mask" -> encoding.getAttentionMask();
      default -> encoding.getTypeIds();
    };
  }

  private float[] pooled(Object value, long[] mask) {
    return switch (value) {
      case float[][] sentences -> sentences[0];
      case float[][][] all -> mean(all[0], mask);
      default ->
          throw new ModelException(
              "%s: gives %s in another form than 32-bit numbers; take a model that was not converted to 16 bits"
                  .formatted(folder.model(), output));
    };
  }

  /** The mean of the tokens that are no padding; being made as long as 1 divides it, too. */
  private static float[] mean(float[][] tokens, long[] mask) {
    float[] mean = new float[tokens[0].length];
    for (int token = 0; token < tokens.length; token++) {
      for (int i = 0; mask[token] != 0 && i < mean.length; i++) {
        mean[i] += tokens[token][i];
      }
    }
    return mean;
  }

  private static float[] normalised(float[] vector) {
    double squares = 0;
    for (float value : vector) {
      squares += (double) value * value;
    }
    float length = (float) Math.sqrt(squares);
    for (int i = 0; i < vector.length; i++) {
      vector[i] = length == 0 ? 0 : vector[i] / length;
    }
    return vector;
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    } finally {
      tokens.close();
    }
  }
}
