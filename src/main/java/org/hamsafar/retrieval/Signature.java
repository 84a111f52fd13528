package org.hamsafar.retrieval;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.util.BytesRef;

/**
 * The terms of a passage, kept beside it so that ranking can compare without analysing again. Terms
 * are numbers made of their letters; two terms of one passage that share a number are taken for
 * one, about once in a hundred thousand passages.
 *
 * <p>Laid out so that nothing has to be read but what is compared: the sorted numbers; for each a
 * bit whether a way of asking has it; each way as places among the numbers.
 */
public final class Signature {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle FLOAT =
      MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int HEADER = 4;
  private static final int WAY_HEADER = 6;

  /** More terms of a passage than these are not compared. */
  private static final int MOST = 0x7FFF;

  private final byte[] bytes;
  private final int terms;

  private Signature(byte[] bytes) {
    this.bytes = bytes;
    this.terms = (short) SHORT.get(bytes, 0);
  }

  /** The number of a term, the same in every passage. */
  public static int id(String term) {
    int hash = 0x811C9DC5;
    for (int i = 0; i < term.length(); i++) {
      hash = (hash ^ term.charAt(i)) * 0x01000193;
    }
    hash = (hash ^ hash >>> 16) * 0x85EBCA6B;
    hash = (hash ^ hash >>> 13) * 0xC2B2AE35;
    return hash ^ hash >>> 16;
  }

  /** How many different terms the passage has. */
  public int size() {
    return terms;
  }

  /** The place of a term in this passage, below 0 if it does not stand there. */
  public int place(int id) {
    int low = 0;
    int high = terms - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int there = (int) INT.get(bytes, HEADER + 4 * middle);
      if (there < id) {
        low = middle + 1;
      } else if (there > id) {
        high = middle - 1;
      } else {
        return middle;
      }
    }
    return -1;
  }

  /**
   * The places of many terms, each below 0 if it does not stand there.
   *
   * @param ids in order
   */
  public int[] places(int[] ids) {
    int[] places = new int[ids.length];
    Arrays.fill(places, -1);
    int at = 0;
    for (int place = 0; place < terms && at < ids.length; place++) {
      int there = (int) INT.get(bytes, HEADER + 4 * place);
      while (at < ids.length && ids[at] < there) {
        at++;
      }
      for (int same = at; same < ids.length && ids[same] == there; same++) {
        places[same] = place;
      }
    }
    return places;
  }

  /** Whether a way of asking or the title has the term at {@code place}. */
  public boolean isNamed(int place) {
    return (bytes[HEADER + 4 * terms + place / 8] & 1 << place % 8) != 0;
  }

  /** How many ways of asking there are, the title as the first of them. */
  public int ways() {
    return (short) SHORT.get(bytes, 2);
  }

  /** Where the first way begins, the title: a mark for the next methods. */
  public int firstWay() {
    return HEADER + 4 * terms + (terms + 7) / 8;
  }

  /** Where the way after this one begins. */
  public int wayAfter(int way) {
    return way + WAY_HEADER + 2 * length(way);
  }

  /** How many different terms a way has. */
  public int length(int way) {
    return (short) SHORT.get(bytes, way + 4);
  }

  /** The place of a way's term. */
  public int place(int way, int index) {
    return (short) SHORT.get(bytes, way + WAY_HEADER + 2 * index);
  }

  /** The weights of all terms of a way together. */
  public double weight(int way) {
    return (float) FLOAT.get(bytes, way);
  }

  /**
   * @param ways the different terms of the title and of each way of asking
   * @param weights of all terms of each way together
   * @param all every term of the passage
   */
  static BytesRef encode(List<int[]> ways, float[] weights, int[] all) {
    int[] ids = Arrays.stream(all).sorted().distinct().limit(MOST).toArray();
    int length = HEADER + 4 * ids.length + (ids.length + 7) / 8;
    for (int[] way : ways) {
      length += WAY_HEADER + 2 * way.length;
    }
    ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    out.putShort((short) ids.length).putShort((short) ways.size());
    Arrays.stream(ids).forEach(out::putInt);
    byte[] named = new byte[(ids.length + 7) / 8];
    int mark = out.position();
    out.position(mark + named.length);
    for (int i = 0; i < ways.size(); i++) {
      int[] way = ways.get(i);
      out.putFloat(weights[i]).putShort((short) way.length);
      for (int id : way) {
        int place = Math.max(0, Arrays.binarySearch(ids, id));
        named[place / 8] |= (byte) (1 << place % 8);
        out.putShort((short) place);
      }
    }
    out.put(mark, named);
    return new BytesRef(out.array());
  }

  static Signature decode(BytesRef bytes) {
    return new Signature(
        Arrays.copyOfRange(bytes.bytes, bytes.offset, bytes.offset + bytes.length));
  }
}
