package org.hamsafar.channel.matrix

import de.connect2x.trixnity.client.MatrixClient
import de.connect2x.trixnity.client.key
import de.connect2x.trixnity.clientserverapi.client.UIA
import de.connect2x.trixnity.clientserverapi.model.authentication.IdentifierType
import de.connect2x.trixnity.clientserverapi.model.uia.AuthenticationRequest
import java.io.IOException
import kotlinx.coroutines.withTimeoutOrNull
import kotlin.time.Duration.Companion.seconds

/** The identity of the account, by which its devices are known to be its own. */
internal class Identity(private val client: MatrixClient) {
    suspend fun bootstrap(password: String?): String = withTimeoutOrNull(60.seconds) {
        val bootstrap = client.key.bootstrapCrossSigning()
        complete(bootstrap.result.getOrThrow(), password)
        bootstrap.recoveryKey
    } ?: throw IOException("the homeserver did not finish in time")

    private suspend fun complete(step: UIA<*>, password: String?) {
        when (step) {
            is UIA.Success -> return
            is UIA.Error -> throw IOException("the homeserver refuses the password")
            is UIA.Step -> {
                val request = AuthenticationRequest.Password(
                    IdentifierType.User(client.userId.full),
                    password ?: throw IOException("the homeserver asks for the password"),
                )
                complete(step.authenticate(request).getOrThrow(), null)
            }
        }
    }
}
