package org.hamsafar.app;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.hamsafar.knowledge.Body;
import org.jspecify.annotations.Nullable;

/**
 * Reads every collection back as an immutable one, whatever class it was; maps keep their order.
 */
final class ImmutableKryo extends Kryo {
  private static final int FIRST_SIZE = 4096;

  private final Serializer<Collection<?>> lists = new Lists();
  private final Serializer<Collection<?>> sets = new Sets();
  private final Serializer<Map<?, ?>> maps = new Maps();

  private final Serializer<Body> bodies = new Bodies();

  /** Keeps objects of one class in a file. */
  static <T> KeptFile<T> file(Path path, String fingerprint, Class<T> kind) {
    // The JDK warns of what Kryo would use otherwise.
    System.setProperty("kryo.unsafe", "false");
    return new KeptFile<>(
        path,
        fingerprint,
        in -> new ImmutableKryo().readObject(new Input(in.readAllBytes()), kind),
        (made, stream) -> {
          Output out = new Output(stream);
          new ImmutableKryo().writeObject(out, made);
          out.flush();
        });
  }

  ImmutableKryo() {
    setRegistrationRequired(false);
    setReferences(false);
    register(String.class, new Strings());
  }

  /** As the JDK reads and writes them: letter by letter takes a third of a short start. */
  private static final class Strings extends Serializer<String> {
    Strings() {
      setImmutable(true);
      setAcceptsNull(true);
    }

    @Override
    public void write(Kryo kryo, Output out, @Nullable String text) {
      byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
      out.writeVarInt(text == null ? 0 : bytes.length + 1, true);
      out.writeBytes(bytes);
    }

    @Override
    public @Nullable String read(Kryo kryo, Input in, Class<? extends String> type) {
      int length = in.readVarInt(true) - 1;
      return length < 0 ? null : new String(in.readBytes(length), StandardCharsets.UTF_8);
    }
  }

  @Override
  @SuppressWarnings("rawtypes") // as Kryo has it
  public Serializer getDefaultSerializer(Class type) {
    if (type == Body.class) {
      return bodies;
    }
    if (List.class.isAssignableFrom(type)) {
      return lists;
    }
    if (Set.class.isAssignableFrom(type)) {
      return sets;
    }
    return Map.class.isAssignableFrom(type) ? maps : super.getDefaultSerializer(type);
  }

  private abstract static class Elements extends Serializer<Collection<?>> {
    @Override
    public void write(Kryo kryo, Output out, Collection<?> elements) {
      out.writeVarInt(elements.size(), true);
      elements.forEach(e -> kryo.writeClassAndObject(out, e));
    }

    static List<Object> readAll(Kryo kryo, Input in) {
      int size = in.readVarInt(true);
      List<Object> elements = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        elements.add(kryo.readClassAndObject(in));
      }
      return elements;
    }
  }

  private static final class Lists extends Elements {
    @Override
    public Collection<?> read(Kryo kryo, Input in, Class<? extends Collection<?>> type) {
      return List.copyOf(readAll(kryo, in));
    }
  }

  private static final class Sets extends Elements {
    @Override
    public Collection<?> read(Kryo kryo, Input in, Class<? extends Collection<?>> type) {
      return Set.copyOf(readAll(kryo, in));
    }
  }

  private static final class Maps extends Serializer<Map<?, ?>> {
    @Override
    public void write(Kryo kryo, Output out, Map<?, ?> map) {
      out.writeVarInt(map.size(), true);
      map.forEach((key, value) -> {
        kryo.writeClassAndObject(out, key);
        kryo.writeClassAndObject(out, value);
      });
    }

    @Override
    public Map<?, ?> read(Kryo kryo, Input in, Class<? extends Map<?, ?>> type) {
      int size = in.readVarInt(true);
      SequencedMap<Object, Object> map = LinkedHashMap.newLinkedHashMap(size);
      for (int i = 0; i < size; i++) {
        map.put(kryo.readClassAndObject(in), kryo.readClassAndObject(in));
      }
      return Collections.unmodifiableSequencedMap(map);
    }
  }

  /** Leaves a body as bytes until somebody reads it. */
  private static final class Bodies extends Serializer<Body> {
    @Override
    public void write(Kryo kryo, Output out, Body body) {
      Output bytes = new Output(FIRST_SIZE, -1);
      new ImmutableKryo().writeClassAndObject(bytes, body.blocks());
      out.writeVarInt(bytes.position(), true);
      out.writeBytes(bytes.getBuffer(), 0, bytes.position());
    }

    @Override
    public Body read(Kryo kryo, Input in, Class<? extends Body> type) {
      byte[] bytes = in.readBytes(in.readVarInt(true));
      return Body.lazy(() -> blocks(bytes));
    }

    @SuppressWarnings("unchecked") // what write has written
    private static List<Body.Block> blocks(byte[] bytes) {
      return (List<Body.Block>) new ImmutableKryo().readClassAndObject(new Input(bytes));
    }
  }
}
