package org.hamsafar.channel.matrix;

/** What the channel says by itself. */
public interface MatrixTexts {
  /** That a message could not be decrypted and how to mend it, once in a room. */
  String undecryptable();
}
