package org.hamsafar.channel.matrix;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How the channel behaves.
 *
 * @param prefix what a message in a room begins with to be for the bot, such as {@code !hamsafar}
 * @param commands names that become {@code /name} when they stand behind {@code !} or the prefix
 * @param largestRoom rooms with more members are left again
 * @param joins how many invitations may be accepted at once
 * @param joinEvery after that, one in this time
 * @param ignored user ids that are never answered: other bots
 * @param volunteers room in which ticket numbers are read without a mention
 */
public record MatrixSettings(
    String prefix,
    Set<String> commands,
    int largestRoom,
    int joins,
    Duration joinEvery,
    Set<String> ignored,
    Optional<String> volunteers) {
  public MatrixSettings {
    commands = Set.copyOf(commands);
    ignored = Set.copyOf(ignored);
  }

  /** What is usual, with these commands. */
  public static MatrixSettings usual(Set<String> commands) {
    return new MatrixSettings(
        "!hamsafar", commands, 500, 20, Duration.ofSeconds(3), Set.of(), Optional.empty());
  }

  public MatrixSettings withVolunteers(Optional<String> room) {
    return new MatrixSettings(prefix, commands, largestRoom, joins, joinEvery, ignored, room);
  }
}
