package org.hamsafar.channel;

/**
 * What a channel can show.
 *
 * @param buttons whether choices can be pressed
 * @param html whether {@link OutboundMessage#html()} is shown
 * @param isolates whether Unicode isolates keep Latin words and numbers in order in right-to-left
 *     text; a terminal may show them as boxes
 * @param voice whether {@link OutboundMessage#voice()} is played
 * @param numbers whether choices stand in the text as numbered lines
 */
public record Abilities(
    boolean buttons, boolean html, boolean isolates, boolean voice, boolean numbers) {
  /** A terminal. */
  public static final Abilities PLAIN = new Abilities(false, false, false);

  /** Without voice. */
  public Abilities(boolean buttons, boolean html, boolean isolates) {
    this(buttons, html, isolates, false);
  }

  /** Choices are either pressed or numbered. */
  public Abilities(boolean buttons, boolean html, boolean isolates, boolean voice) {
    this(buttons, html, isolates, voice, !buttons);
  }
}
