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
 * @param phoneLinks whether {@code tel:} links in {@link OutboundMessage#html()} can be pressed
 */
public record Abilities(
    boolean buttons,
    boolean html,
    boolean isolates,
    boolean voice,
    boolean numbers,
    boolean phoneLinks) {
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

  /** Where there are links, telephone numbers are links too. */
  public Abilities(
      boolean buttons, boolean html, boolean isolates, boolean voice, boolean numbers) {
    this(buttons, html, isolates, voice, numbers, html);
  }

  /** For a platform that finds telephone numbers in a text by itself and knows no such links. */
  public Abilities withoutPhoneLinks() {
    return new Abilities(buttons, html, isolates, voice, numbers, false);
  }
}
