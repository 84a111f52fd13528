package org.hamsafar.channel.matrix

import de.connect2x.trixnity.client.store.TransactionManager
import de.connect2x.trixnity.core.Unsubscriber
import de.connect2x.trixnity.core.model.events.ClientEvent.ToDeviceEvent
import de.connect2x.trixnity.core.model.events.m.RoomKeyEventContent
import de.connect2x.trixnity.core.model.events.m.room.EncryptedToDeviceEventContent.OlmEncryptedToDeviceEventContent
import de.connect2x.trixnity.crypto.olm.DecryptedOlmEventContainer
import de.connect2x.trixnity.crypto.olm.DecryptedOlmEventSubscriber
import de.connect2x.trixnity.crypto.olm.OlmDecrypter
import de.connect2x.trixnity.crypto.olm.OlmStore
import java.sql.SQLException
import java.util.concurrent.CopyOnWriteArraySet

/**
 * Reads what devices send to this one. A message can be decrypted once: that it was, and the room key in it, are kept
 * in one transaction, so that a process that dies in between gets the key when the message comes again. If they cannot
 * be kept, the sync fails and comes again too.
 */
internal class WholeKeys(
    private val olm: OlmInTurn,
    private val store: OlmStore,
    private val transactions: TransactionManager,
) : OlmDecrypter {
    private val subscribers = CopyOnWriteArraySet<DecryptedOlmEventSubscriber>()

    override fun subscribe(eventSubscriber: DecryptedOlmEventSubscriber): Unsubscriber {
        subscribers += eventSubscriber
        return { subscribers -= eventSubscriber }
    }

    override suspend fun handleOlmEvents(events: List<ToDeviceEvent<OlmEncryptedToDeviceEventContent>>) {
        // In a transaction nothing may wait for keys, so they are fetched before.
        events.map { it.sender }.distinct().forEach { store.getDeviceKeys(it) }
        events.forEach { handle(it) }
    }

    private suspend fun handle(event: ToDeviceEvent<OlmEncryptedToDeviceEventContent>) {
        var other: DecryptedOlmEventContainer? = null
        olm.inTurn {
            transactions.writeTransaction {
                val read = olm.decryptOlm(event)
                (read.exceptionOrNull() as? SQLException)?.let { throw it }
                val opened = read.getOrNull()?.let { DecryptedOlmEventContainer(event, it) }
                if (opened?.decrypted?.content is RoomKeyEventContent) tell(opened) else other = opened
            }
        }
        // What else there is may take requests, for which nobody should wait.
        other?.let { tell(it) }
    }

    private suspend fun tell(event: DecryptedOlmEventContainer) = subscribers.forEach { it(event) }
}
