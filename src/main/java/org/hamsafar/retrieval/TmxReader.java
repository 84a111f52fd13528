package org.hamsafar.retrieval;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.hamsafar.language.LanguageTag;
import org.jspecify.annotations.Nullable;

/** Reads translation memories: TMX 1.4. */
final class TmxReader {
  /** Codes of formatting inside a segment, whose content is not said. */
  private static final List<String> CODES = List.of("bpt", "ept", "it", "ph", "ut");

  private final List<Map<LanguageTag, String>> segments = new ArrayList<>();
  private Map<LanguageTag, String> unit = new LinkedHashMap<>();
  private Optional<LanguageTag> language = Optional.empty();
  private StringBuilder said = new StringBuilder();
  private boolean inSegment;
  private int codes;

  private TmxReader() {}

  static List<Map<LanguageTag, String>> read(Path file, ParallelProblems problems) {
    Optional<byte[]> bytes = problems.bytes(file);
    if (bytes.isEmpty()) {
      return List.of();
    }
    TmxReader reader = new TmxReader();
    try {
      XMLStreamReader xml = factory().createXMLStreamReader(new ByteArrayInputStream(bytes.get()));
      while (xml.hasNext()) {
        reader.take(xml, xml.next());
      }
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
      problems.add(file, line, "is not well-formed XML", "export it anew as TMX 1.4 in UTF-8");
      return List.of();
    }
    if (reader.segments.isEmpty()) {
      problems.add(
          file,
          "has no <tu> that says the same in two languages",
          "give each <tuv> its xml:lang, such as en or fa-AF, and a <seg>");
    }
    return reader.segments;
  }

  /** What a file names outside itself is never fetched. */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  private void take(XMLStreamReader xml, int event) {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> start(xml);
      case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
        if (inSegment && codes == 0) {
          said.append(xml.getText());
        }
      }
      default -> {
        // Comments and declarations say nothing.
      }
    }
  }

  private void start(XMLStreamReader xml) {
    switch (xml.getLocalName()) {
      case "tu" -> unit = new LinkedHashMap<>();
      case "tuv" -> language = language(xml);
      case "seg" -> {
        inSegment = true;
        said = new StringBuilder();
      }
      default -> codes += CODES.contains(xml.getLocalName()) ? 1 : 0;
    }
  }

  private static Optional<LanguageTag> language(XMLStreamReader xml) {
    @Nullable String code = xml.getAttributeValue(XMLConstants.XML_NS_URI, "lang");
    @Nullable String old = code != null ? code : xml.getAttributeValue(null, "lang");
    return old == null ? Optional.empty() : CorpusTag.of(old);
  }

  private void end(String element) {
    switch (element) {
      case "seg" -> {
        inSegment = false;
        String text = said.toString().strip();
        if (!text.isEmpty()) {
          language.ifPresent(tag -> unit.put(tag, text));
        }
      }
      case "tu" -> {
        if (unit.size() > 1) {
          segments.add(unit);
        }
      }
      default -> codes -= CODES.contains(element) ? 1 : 0;
    }
  }
}
