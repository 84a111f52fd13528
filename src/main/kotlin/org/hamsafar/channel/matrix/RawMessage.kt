package org.hamsafar.channel.matrix

import de.connect2x.trixnity.core.model.events.MessageEventContent
import de.connect2x.trixnity.core.model.events.m.Mentions
import de.connect2x.trixnity.core.model.events.m.RelatesTo
import kotlinx.serialization.KSerializer
import kotlinx.serialization.Serializable
import kotlinx.serialization.descriptors.SerialDescriptor
import kotlinx.serialization.encoding.Decoder
import kotlinx.serialization.encoding.Encoder
import kotlinx.serialization.json.JsonDecoder
import kotlinx.serialization.json.JsonEncoder
import kotlinx.serialization.json.JsonObject

/**
 * The content of an `m.room.message` as it stands on the wire: Trixnity's own type would drop the
 * fields that it does not know.
 */
@Serializable(with = RawMessage.Serializer::class)
internal class RawMessage(val json: JsonObject, override val relatesTo: RelatesTo? = null) : MessageEventContent {
    override val mentions: Mentions? = null
    override val externalUrl: String? = null

    override fun copyWith(relatesTo: RelatesTo?) = RawMessage(json, relatesTo)

    object Serializer : KSerializer<RawMessage> {
        override val descriptor: SerialDescriptor = JsonObject.serializer().descriptor

        override fun deserialize(decoder: Decoder) = RawMessage((decoder as JsonDecoder).decodeJsonElement() as JsonObject)

        override fun serialize(encoder: Encoder, value: RawMessage) =
            (encoder as JsonEncoder).encodeJsonElement(value.json)
    }
}
