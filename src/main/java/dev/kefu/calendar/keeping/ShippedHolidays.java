package dev.kefu.calendar.keeping;

import dev.kefu.calendar.reckoning.SpecialDay;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The notices that Kefu brings along: {@code calendar/china-<year>.ics}. */
@Component
class ShippedHolidays {

  private static final Pattern NAME = Pattern.compile("china-(\\d{4})\\.ics");

  private final SortedMap<Integer, List<SpecialDay>> years = new TreeMap<>();

  ShippedHolidays(ResourcePatternResolver resources) throws IOException {
    for (Resource file : resources.getResources("classpath:calendar/china-*.ics")) {
      Matcher name = NAME.matcher(String.valueOf(file.getFilename()));
      if (name.matches()) {
        int year = Integer.parseInt(name.group(1));
        years.put(year, HolidayFile.read(year, file.getContentAsString(StandardCharsets.UTF_8)));
      }
    }
  }

  /** Year to its days. */
  SortedMap<Integer, List<SpecialDay>> years() {
    return years;
  }
}
