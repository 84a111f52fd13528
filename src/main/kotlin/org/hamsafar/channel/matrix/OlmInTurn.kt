package org.hamsafar.channel.matrix

import de.connect2x.trixnity.core.model.RoomId
import de.connect2x.trixnity.core.model.UserId
import de.connect2x.trixnity.core.model.events.ClientEvent.ToDeviceEvent
import de.connect2x.trixnity.core.model.events.EventContent
import de.connect2x.trixnity.core.model.events.MessageEventContent
import de.connect2x.trixnity.core.model.events.m.room.EncryptedToDeviceEventContent.OlmEncryptedToDeviceEventContent
import de.connect2x.trixnity.core.model.events.m.room.EncryptionEventContent
import de.connect2x.trixnity.crypto.olm.OlmEncryptionService
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock
import kotlinx.coroutines.withContext
import kotlin.coroutines.CoroutineContext

/**
 * Works on the sessions with other devices one after the other. Trixnity repeats what another change overtakes, but a
 * message that opens a session can be read only once: repeated, the key in it is lost.
 */
internal class OlmInTurn(private val olm: OlmEncryptionService) : OlmEncryptionService by olm {
    private val turn = Mutex()

    private object Mine : CoroutineContext.Element, CoroutineContext.Key<Mine> {
        override val key: CoroutineContext.Key<*> = this
    }

    /** Runs [block] while nobody else works on sessions; may be nested. */
    suspend fun <T> inTurn(block: suspend () -> T): T =
        if (currentCoroutineContext()[Mine] != null) block() else turn.withLock { withContext(Mine) { block() } }

    override suspend fun encryptOlm(
        content: EventContent,
        userId: UserId,
        deviceId: String,
        forceNewSession: Boolean,
    ) = inTurn { olm.encryptOlm(content, userId, deviceId, forceNewSession) }

    override suspend fun decryptOlm(event: ToDeviceEvent<OlmEncryptedToDeviceEventContent>) =
        inTurn { olm.decryptOlm(event) }

    override suspend fun encryptMegolm(
        content: MessageEventContent,
        roomId: RoomId,
        settings: EncryptionEventContent,
    ) = inTurn { olm.encryptMegolm(content, roomId, settings) }
}
