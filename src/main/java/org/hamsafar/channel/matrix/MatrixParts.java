package org.hamsafar.channel.matrix;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * What receiving is made of.
 *
 * @param tellUndecryptable says in a room that a message could not be read
 * @param synced runs after every sync response that was taken
 * @param loggedOut runs when the homeserver does not know the device any more
 */
record MatrixParts(
    Rooms rooms,
    History history,
    EventReader reader,
    Invites invites,
    Keeper keeper,
    LoopBreaker loops,
    Redactions redactions,
    Waiting waiting,
    Signs signs,
    Executor aside,
    Consumer<String> tellUndecryptable,
    Runnable synced,
    Runnable loggedOut) {}
