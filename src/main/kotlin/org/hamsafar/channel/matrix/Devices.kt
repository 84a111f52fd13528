package org.hamsafar.channel.matrix

import de.connect2x.trixnity.clientserverapi.client.MatrixClientAuthProviderData
import de.connect2x.trixnity.clientserverapi.client.classic
import de.connect2x.trixnity.clientserverapi.client.classicLoginWithPassword
import de.connect2x.trixnity.clientserverapi.model.authentication.IdentifierType
import de.connect2x.trixnity.core.MatrixServerException
import io.ktor.http.Url
import kotlinx.coroutines.runBlocking
import java.io.IOException
import java.net.URI
import java.nio.file.Path

/** Makes and opens devices. */
object Devices {
    /**
     * An access token and what it is for.
     */
    data class Token(val homeserver: URI, val accessToken: String)

    /**
     * Logs in with a password.
     *
     * @throws IOException if the homeserver refuses or cannot be reached
     */
    @JvmStatic
    @Throws(IOException::class)
    fun login(homeserver: URI, user: String, password: String): Token = runBlocking {
        val data = MatrixClientAuthProviderData.classicLoginWithPassword(
            baseUrl = Url(homeserver.toString()),
            identifier = IdentifierType.User(user),
            password = password,
            initialDeviceDisplayName = "Hamsafar",
        ).getOrElse { throw IOException(reason(it)) }
        Token(homeserver, data.accessToken)
    }

    /**
     * Opens the device of a token; the first time its keys are made.
     *
     * @throws IOException if the homeserver refuses or cannot be reached
     */
    @JvmStatic
    @Throws(IOException::class)
    fun first(database: Path, token: Token): MatrixDevice =
        opened(database, MatrixClientAuthProviderData.classic(Url(token.homeserver.toString()), token.accessToken))

    /** Opens the device that the database holds; needs no network. */
    @JvmStatic
    @Throws(IOException::class)
    fun open(database: Path): MatrixDevice = opened(database, null)

    private fun opened(database: Path, login: MatrixClientAuthProviderData?): MatrixDevice = runBlocking {
        val trixnity = Trixnity(database)
        try {
            MatrixDevice(trixnity.open(login), trixnity)
        } catch (e: MatrixServerException) {
            throw IOException(reason(e), e)
        } catch (e: IllegalArgumentException) {
            // The library's way to say that the database has no account.
            throw IOException(reason(e), e)
        } catch (e: IllegalStateException) {
            throw IOException(reason(e), e)
        }
    }

    private fun reason(e: Throwable): String =
        if (e is MatrixServerException) "refused with ${e.statusCode.value}" else e.javaClass.simpleName
}
