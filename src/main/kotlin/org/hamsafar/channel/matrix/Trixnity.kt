package org.hamsafar.channel.matrix

import de.connect2x.trixnity.client.CryptoDriverModule
import de.connect2x.trixnity.client.MatrixClient
import de.connect2x.trixnity.client.MatrixClientConfiguration
import de.connect2x.trixnity.client.MediaStoreModule
import de.connect2x.trixnity.client.ModuleFactory
import de.connect2x.trixnity.client.RepositoriesModule
import de.connect2x.trixnity.client.create
import de.connect2x.trixnity.client.createTrixnityBotModuleFactories
import de.connect2x.trixnity.client.cryptodriver.vodozemac.vodozemac
import de.connect2x.trixnity.client.media.inMemory
import de.connect2x.trixnity.client.store.repository.RepositoryTransactionManager
import de.connect2x.trixnity.client.store.repository.exposed.ExposedRepositoryTransactionManager
import de.connect2x.trixnity.client.store.repository.exposed.exposed
import de.connect2x.trixnity.clientserverapi.client.MatrixClientAuthProviderData
import de.connect2x.trixnity.clientserverapi.client.MatrixClientServerApiClient
import de.connect2x.trixnity.clientserverapi.client.MatrixClientServerApiClientFactory
import de.connect2x.trixnity.clientserverapi.client.SyncBatchTokenStore
import de.connect2x.trixnity.clientserverapi.model.user.Filters
import de.connect2x.trixnity.core.model.UserId
import de.connect2x.trixnity.core.serialization.events.EventContentSerializerMappings
import de.connect2x.trixnity.core.serialization.events.MessageEventContentSerializerMapping
import de.connect2x.trixnity.core.serialization.events.default
import de.connect2x.trixnity.crypto.olm.OlmDecrypter
import de.connect2x.trixnity.crypto.olm.OlmEncryptionService
import de.connect2x.trixnity.crypto.olm.OlmEncryptionServiceImpl
import de.connect2x.trixnity.utils.RetryFlowDelayConfig
import io.ktor.client.HttpClientConfig
import io.ktor.client.engine.HttpClientEngine
import io.ktor.client.plugins.api.Send
import io.ktor.client.plugins.api.createClientPlugin
import io.ktor.http.HttpStatusCode
import kotlinx.serialization.json.Json
import org.jetbrains.exposed.sql.Database
import org.jetbrains.exposed.sql.DatabaseConfig
import org.koin.dsl.module
import java.nio.file.Path
import java.util.concurrent.atomic.AtomicBoolean
import java.util.concurrent.atomic.AtomicReference
import kotlin.coroutines.CoroutineContext
import kotlin.time.ExperimentalTime

/** How Trixnity is set up for a bot that keeps nothing of what is said. */
internal class Trixnity(private val database: Path) {
    private val rejected = AtomicBoolean()

    /** Where the sync that is being worked on began. */
    val since = AtomicReference<String?>()

    suspend fun open(login: MatrixClientAuthProviderData?): MatrixClient = MatrixClient.create(
        repositoriesModule = RepositoriesModule.exposed(sqlite()),
        mediaStoreModule = MediaStoreModule.inMemory(),
        cryptoDriverModule = CryptoDriverModule.vodozemac(),
        authProviderData = login,
        configuration = { configure(this) },
    ).getOrThrow()

    private fun configure(config: MatrixClientConfiguration) {
        config.storeTimelineEventContentUnencrypted = false
        // Rooms are joined by the adapter, which has a budget for it.
        config.autoJoinUpgradedRooms = false
        config.deleteRooms = MatrixClientConfiguration.DeleteRooms.OnLeave
        config.modulesFactories = createTrixnityBotModuleFactories() + rawMessages + keepingKeys
        config.syncFilter = Filters(
            presence = Filters.EventFilter(limit = 0),
            room = Filters.RoomFilter(timeline = Filters.RoomFilter.RoomEventFilter(limit = TIMELINE)),
        )
        config.httpClientConfig = { install(watchForRejectedTokens) }
        config.matrixClientServerApiClientFactory = object : MatrixClientServerApiClientFactory {
            override fun create(
                authProvider: de.connect2x.trixnity.clientserverapi.client.MatrixClientAuthProvider,
                eventContentSerializerMappings: EventContentSerializerMappings,
                json: Json,
                syncBatchTokenStore: SyncBatchTokenStore,
                syncErrorDelayConfig: RetryFlowDelayConfig,
                coroutineContext: CoroutineContext,
                asUserId: UserId?,
                asDeviceId: String?,
                httpClientEngine: HttpClientEngine?,
                httpClientConfig: (HttpClientConfig<*>.() -> Unit)?,
            ): MatrixClientServerApiClient = super.create(
                authProvider,
                eventContentSerializerMappings,
                json,
                Tokens(syncBatchTokenStore),
                syncErrorDelayConfig,
                coroutineContext,
                asUserId,
                asDeviceId,
                httpClientEngine,
                httpClientConfig,
            )
        }
    }

    /** Forgets a token that the homeserver does not accept: Trixnity would offer it for ever. */
    private inner class Tokens(private val kept: SyncBatchTokenStore) : SyncBatchTokenStore {
        override suspend fun getSyncBatchToken(): String? {
            val token = if (rejected.get()) null else kept.getSyncBatchToken()
            since.set(token)
            return token
        }

        override suspend fun setSyncBatchToken(token: String) {
            kept.setSyncBatchToken(token)
            rejected.set(false)
        }
    }

    private val watchForRejectedTokens = createClientPlugin("RejectedTokens") {
        on(Send) { request ->
            val call = proceed(request)
            if (call.response.status == HttpStatusCode.BadRequest &&
                call.request.url.encodedPath.endsWith("/sync") &&
                call.request.url.parameters.contains("since")
            ) {
                rejected.set(true)
            }
            call
        }
    }

    private val rawMessages: ModuleFactory = {
        module { single<EventContentSerializerMappings> { Mappings } }
    }

    @OptIn(ExperimentalTime::class)
    private val keepingKeys: ModuleFactory = {
        module {
            single<RepositoryTransactionManager> { OneWriter(get<ExposedRepositoryTransactionManager>()) }
            single { OlmInTurn(OlmEncryptionServiceImpl(get(), get(), get(), get(), get(), get(), get())) }
            single<OlmEncryptionService> { get<OlmInTurn>() }
            single<OlmDecrypter> { WholeKeys(get(), get(), get()) }
        }
    }

    private object Mappings : EventContentSerializerMappings by EventContentSerializerMappings.default {
        override val message = EventContentSerializerMappings.default.message.filter { it.type != MESSAGE }.toSet() +
            MessageEventContentSerializerMapping(MESSAGE, RawMessage::class, RawMessage.Serializer)

        // Who is typing and what others have read is nobody's business here.
        override val ephemeral = EventContentSerializerMappings.default.ephemeral.filter { false }.toSet()
    }

    /** A transaction that fails must not be tried again behind the back of the cache, which is ahead by then. */
    private fun sqlite() = Database.connect(
        { CryptoConnection(database) },
        databaseConfig = DatabaseConfig { defaultMaxAttempts = 1 },
    )

    companion object {
        const val MESSAGE = "m.room.message"
        private const val TIMELINE = 50L
    }
}
