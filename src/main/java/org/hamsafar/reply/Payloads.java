package org.hamsafar.reply;

import java.util.List;

/** Payloads of choices: {@code name} or {@code name:value}, at most 64 bytes. */
public final class Payloads {
  public static final String LANGUAGE = "lang";
  public static final String REGION = "region";
  public static final String COUNTRY = "country";
  public static final String STATUS = "status";
  public static final String TOPIC = "topic";
  public static final String ENTRY = "entry";
  public static final String LISTEN = "listen";
  public static final String MORE = "more";
  public static final String SAME_IN = "same";
  public static final String RIGHT = "right";
  public static final String WRONG = "wrong";
  public static final String NONE = "none";
  public static final String MENU = "menu";
  public static final String HUMAN = "human";
  public static final String PLAN_TICK = "tick";
  public static final String PLAN = "plan";
  public static final String NUDGE = "nudge";
  public static final String TIP = "tip";

  private Payloads() {}

  /** The values of those payloads that have a name. */
  public static List<String> values(String name, List<String> payloads) {
    String start = of(name, "");
    return payloads.stream()
        .filter(p -> p.startsWith(start))
        .map(p -> p.substring(start.length()))
        .toList();
  }

  /** {@code name:value}. */
  public static String of(String name, String value) {
    return name + ":" + value;
  }
}
