package dev.kefu.document.casefiles;

import java.time.Period;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long case files are kept at least.
 *
 * @param keep by process id; {@code default} for any other (the handbook's table of retention, P68)
 */
@ConfigurationProperties("kefu.document.case-files")
record CaseFileProperties(Map<String, Period> keep) {

  Period of(String processKey) {
    return keep.getOrDefault(processKey, keep.get("default"));
  }
}
