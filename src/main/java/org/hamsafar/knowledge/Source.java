package org.hamsafar.knowledge;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Where a statement comes from.
 *
 * @param checked the day on which the source is known to have said so
 */
public record Source(String title, String publisher, Optional<String> url, LocalDate checked) {}
