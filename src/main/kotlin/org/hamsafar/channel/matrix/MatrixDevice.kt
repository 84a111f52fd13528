package org.hamsafar.channel.matrix

import de.connect2x.trixnity.client.MatrixClient
import de.connect2x.trixnity.client.MatrixClient.LoginState
import de.connect2x.trixnity.client.key
import de.connect2x.trixnity.client.key.KeyBackupService
import de.connect2x.trixnity.client.roomEventEncryptionServices
import de.connect2x.trixnity.client.room.MegolmRoomEventEncryptionService
import de.connect2x.trixnity.client.room.RoomEventEncryptionService
import de.connect2x.trixnity.client.store.AccountStore
import de.connect2x.trixnity.client.store.KeyStore
import de.connect2x.trixnity.client.store.OlmCryptoStore
import de.connect2x.trixnity.client.store.RoomStore
import de.connect2x.trixnity.client.store.invitedMemberCount
import de.connect2x.trixnity.client.store.joinedMemberCount
import de.connect2x.trixnity.client.user.LoadMembersService
import de.connect2x.trixnity.clientserverapi.client.SyncEvents
import de.connect2x.trixnity.clientserverapi.client.SyncState
import de.connect2x.trixnity.clientserverapi.model.sync.SyncResponseSerializer
import de.connect2x.trixnity.core.ClientEventEmitter.Priority
import de.connect2x.trixnity.core.MatrixServerException
import de.connect2x.trixnity.core.model.RoomId
import de.connect2x.trixnity.core.model.events.ClientEvent.RoomEvent
import de.connect2x.trixnity.core.model.events.m.Presence
import de.connect2x.trixnity.core.model.events.m.ReactionEventContent
import de.connect2x.trixnity.core.model.events.m.room.EncryptedMessageEventContent.MegolmEncryptedMessageEventContent
import de.connect2x.trixnity.core.model.events.m.room.Membership
import de.connect2x.trixnity.crypto.key.DeviceTrustLevel
import de.connect2x.trixnity.crypto.olm.OlmStore
import de.connect2x.trixnity.crypto.olm.getDeviceKeys
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.cancel
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.future.await
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withContext
import kotlinx.coroutines.withTimeoutOrNull
import kotlinx.serialization.ExperimentalSerializationApi
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.buildJsonObject
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.put
import org.koin.core.qualifier.named
import java.io.IOException
import java.time.Duration
import java.util.Optional
import kotlin.time.Clock
import kotlin.time.Duration.Companion.milliseconds
import kotlin.time.Duration.Companion.seconds
import kotlin.time.ExperimentalTime

@OptIn(ExperimentalTime::class, ExperimentalSerializationApi::class)
/**
 * The bot's device: it syncs, encrypts and decrypts. Java cannot name Trixnity's suspend functions with
 * value classes; this class can be called from any thread and blocks.
 */
class MatrixDevice internal constructor(
    private val client: MatrixClient,
    private val trixnity: Trixnity,
) : AutoCloseable {
    private val scope = CoroutineScope(Dispatchers.Default + SupervisorJob())
    private val json = client.api.json
    private val olm get() = client.di.get<OlmCryptoStore>()
    private val accounts get() = client.di.get<AccountStore>()
    private val rooms get() = client.di.get<RoomStore>()

    val userId: String get() = client.userId.full
    val deviceId: String get() = client.deviceId
    val isSyncing: Boolean get() = client.syncState.value == SyncState.RUNNING

    /** Begins to sync; returns at once. */
    fun sync(inlet: SyncInlet) {
        client.api.sync.subscribe(Priority.LAST) { events -> hand(events, inlet) }
        scope.launch {
            client.loginState.first { it == LoginState.LOGGED_OUT || it == LoginState.LOGGED_OUT_SOFT }
            inlet.loggedOut()
        }
        scope.launch { client.startSync(Presence.ONLINE) }
    }

    private suspend fun hand(events: SyncEvents, inlet: SyncInlet) {
        // Trixnity also emits members that it has loaded by itself, without a token.
        if (events.syncResponse.nextBatch.isEmpty()) return
        val serializer = SyncResponseSerializer(json, client.api.eventContentSerializerMappings)
        val text = json.encodeToString(serializer, events.syncResponse)
        val since = trixnity.since.get()
        withContext(Dispatchers.IO) { inlet.receive(text, Optional.ofNullable(since)) }.await()
    }

    /** Whether a room is known, and as an encrypted one. */
    enum class RoomKind {
        UNKNOWN,
        PLAIN,
        ENCRYPTED,
    }

    fun kind(room: String): RoomKind = runBlocking {
        val known = rooms.get(RoomId(room)).first()
        when {
            known == null -> RoomKind.UNKNOWN
            known.encrypted -> RoomKind.ENCRYPTED
            else -> RoomKind.PLAIN
        }
    }

    /**
     * Encrypts the content of an `m.room.message`.
     *
     * @param most how many messages may have one key
     * @param longest how old a key may be
     * @return the content of an `m.room.encrypted`, without its relation
     * @throws IOException if keys could not be had or shared within [limit]
     */
    @Throws(IOException::class)
    fun encrypt(room: String, content: String, most: Long, longest: Duration, limit: Duration): String = runBlocking {
        val id = RoomId(room)
        val message = RawMessage(json.parseToJsonElement(content).jsonObject)
        val megolm = client.di.get<RoomEventEncryptionService>(named<MegolmRoomEventEncryptionService>())
        val sealed = withTimeoutOrNull(limit.toMillis().milliseconds) {
            renewWhenDue(id, most, longest)
            // Whoever encrypts keeps all others from it and cannot be cancelled: keys are fetched before.
            client.di.get<LoadMembersService>()(id, wait = true)
            client.di.get<OlmStore>().getDeviceKeys(id, setOf(Membership.JOIN, Membership.INVITE))
            withContext(KeyStore.SkipOutdatedKeys) { megolm.encrypt(message, id) }
        } ?: throw IOException("no keys in time")
        val sent = sealed.getOrElse { throw IOException(it.javaClass.simpleName) }
        json.encodeToString(EncryptedSerializer, sent as MegolmEncryptedMessageEventContent)
    }

    /**
     * Trixnity counts on after a change of keys and would then change them with every message, and it does not
     * see at once that a room wants another change.
     */
    private suspend fun renewWhenDue(room: RoomId, most: Long, longest: Duration) {
        val session = olm.getOutboundMegolmSession(room) ?: return
        val due = session.createdAt + longest.toMillis().milliseconds
        if (session.encryptedMessageCount >= most || due <= Clock.System.now()) {
            olm.updateOutboundMegolmSession(room) { null }
        }
    }

    /** Whether the key of a session of a room has come. */
    fun hasKey(room: String, session: String): Boolean = runBlocking {
        olm.getInboundMegolmSession(session, RoomId(room)).first() != null
    }

    /**
     * Decrypts an event with `room_id`.
     *
     * @return `{"type":…,"content":…}`, or null if the keys have not come within [limit]
     */
    fun decrypt(event: String, limit: Duration): String? = runBlocking {
        withTimeoutOrNull(limit.toMillis().milliseconds) { open(event) }
    }

    private suspend fun open(event: String): String? {
        val serializer = requireNotNull(json.serializersModule.getContextual(RoomEvent.MessageEvent::class))
        val read = json.decodeFromString(serializer, event)
        val content = client.roomEventEncryptionServices.firstNotNullOfOrNull { it.decrypt(read) }?.getOrNull()
        val opened = when (content) {
            is RawMessage -> Trixnity.MESSAGE to content.json
            is ReactionEventContent -> "m.reaction" to json.encodeToJsonElement(ReactionEventContent.serializer(), content)
            null -> return null
            else -> "other" to JsonObject(emptyMap())
        }
        return buildJsonObject {
            put("type", opened.first)
            put("content", opened.second)
        }.toString()
    }

    /** The next message in each of these rooms is encrypted with a new key. */
    fun rotate(room: Collection<String>) = runBlocking {
        room.forEach { olm.updateOutboundMegolmSession(RoomId(it)) { null } }
    }

    /** All rooms that were joined. */
    fun joinedRooms(): List<String> = roomsWhere(Membership.JOIN)

    /** All rooms that the bot is invited to. */
    fun invitedRooms(): List<String> = roomsWhere(Membership.INVITE)

    private fun roomsWhere(membership: Membership) = runBlocking {
        rooms.getAll().first().filter { it.value.first()?.membership == membership }.keys.map { it.full }
    }

    /** How many have joined a room or are invited to it, the bot included; 0 if that is not known. */
    fun members(room: String): Int = runBlocking {
        val known = rooms.get(RoomId(room)).first()
        ((known?.joinedMemberCount ?: 0) + (known?.invitedMemberCount ?: 0)).toInt()
    }

    /** How clients see this device. */
    enum class Trust {
        CROSS_SIGNED,
        NOT_CROSS_SIGNED,
    }

    fun trust(): Trust = runBlocking {
        val level = withTimeoutOrNull(TRUST_LIMIT) {
            client.key.getTrustLevel(client.userId, client.deviceId).first { it is DeviceTrustLevel.CrossSigned }
        }
        if (level != null) Trust.CROSS_SIGNED else Trust.NOT_CROSS_SIGNED
    }

    /** Whether the keys of encrypted rooms are backed up on the homeserver. */
    fun isBackedUp(): Boolean = runBlocking {
        val backup = client.di.get<KeyBackupService>(named<KeyBackupService>())
        withTimeoutOrNull(TRUST_LIMIT) { backup.version.first { it != null } } != null
    }

    /**
     * Makes an identity for the account, signs this device with it and begins a key backup.
     *
     * @param password asked for by homeservers on which the account has an identity already
     * @return the recovery key
     * @throws IOException if the homeserver refuses
     */
    @Throws(IOException::class)
    fun crossSign(password: String?): String = runBlocking {
        val before = accounts.getAccount()?.syncBatchToken
        try {
            client.startSync(Presence.OFFLINE)
            Identity(client).bootstrap(password)
        } catch (e: MatrixServerException) {
            throw IOException("refused with ${e.statusCode.value}")
        } finally {
            client.stopSync()
            // What was said meanwhile is answered by the next run.
            if (before != null) accounts.updateAccount { it?.copy(syncBatchToken = before) }
        }
    }

    /** Ends the device on the homeserver and empties the store. */
    @Throws(IOException::class)
    fun logout() = runBlocking {
        client.logout().getOrElse { throw IOException(it.javaClass.simpleName) }
    }

    override fun close() {
        scope.cancel()
        runBlocking { withTimeoutOrNull(CLOSE_LIMIT) { client.closeSuspending() } }
    }

    private companion object {
        val EncryptedSerializer = MegolmEncryptedMessageEventContent.serializer()
        val TRUST_LIMIT = 5.seconds
        val CLOSE_LIMIT = 5.seconds
    }
}
