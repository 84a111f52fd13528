package org.hamsafar.channel.matrix

import de.connect2x.trixnity.client.store.repository.RepositoryTransactionManager
import de.connect2x.trixnity.client.store.repository.exposed.ExposedReadTransaction
import de.connect2x.trixnity.client.store.repository.exposed.ExposedWriteTransaction
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock
import kotlinx.coroutines.withContext

/**
 * One transaction writes at a time, and the others are suspended until it ends. SQLite would block their threads
 * instead: on a machine with two processors these were all that there are, so that the one that wrote could not go on
 * either, until the others gave up and lost the keys that they were to keep.
 */
internal class OneWriter(private val transactions: RepositoryTransactionManager) : RepositoryTransactionManager {
    private val writer = Mutex()

    override suspend fun writeTransaction(block: suspend () -> Unit) {
        if (currentCoroutineContext()[ExposedWriteTransaction] != null) {
            transactions.writeTransaction(block)
        } else {
            writer.withLock { withContext(Dispatchers.IO) { transactions.writeTransaction(block) } }
        }
    }

    override suspend fun <T> readTransaction(block: suspend () -> T): T =
        if (currentCoroutineContext()[ExposedReadTransaction] != null) {
            transactions.readTransaction(block)
        } else {
            withContext(Dispatchers.IO) { transactions.readTransaction(block) }
        }
}
