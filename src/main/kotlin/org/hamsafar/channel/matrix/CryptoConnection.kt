package org.hamsafar.channel.matrix

import org.sqlite.SQLiteConfig
import org.sqlite.jdbc4.JDBC4Connection
import java.nio.file.Path
import java.sql.PreparedStatement

/**
 * SQLite as Trixnity's store needs it. At each start Exposed wants to change keys of tables that
 * it has made itself, in words that SQLite does not know; these statements have no effect here.
 */
internal class CryptoConnection(database: Path) :
    JDBC4Connection("jdbc:sqlite:$database", database.toString(), SETTINGS) {
    override fun prepareStatement(sql: String, type: Int, concurrency: Int, holdability: Int): PreparedStatement =
        super.prepareStatement(if (CHANGE.containsMatchIn(sql)) NOTHING else sql, type, concurrency, holdability)

    private companion object {
        const val BUSY_MILLIS = 3_000
        const val NOTHING = "DROP TABLE IF EXISTS none"
        val CHANGE = Regex("^ALTER TABLE \\S+ (MODIFY|ADD (CONSTRAINT|PRIMARY)|DROP) ")
        val SETTINGS = SQLiteConfig().apply {
            setJournalMode(SQLiteConfig.JournalMode.WAL)
            setSynchronous(SQLiteConfig.SynchronousMode.FULL)
            busyTimeout = BUSY_MILLIS
        }.toProperties()
    }
}
