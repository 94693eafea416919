package dev.kefu.survey.questionnaire;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Who works with answers, which are personal data, and from when on an answer is doubted.
 *
 * @param workers roles that see, enter and import answers
 * @param checkers those of them that call back and judge
 * @param readers further roles that see figures, never answers
 * @param secondsPerQuestion who answers faster than this on the average did not read
 * @param straightLiningFrom that many scales answered all the same are no answer
 * @param identicalFrom two sheets of an interviewer that agree in that many chosen answers, and in all, are one
 * @param largestFile of an import
 * @param largestUnpacked all that an XLSX file holds, unpacked
 * @param largestTexts its texts, unpacked
 */
@ConfigurationProperties("kefu.survey")
public record SurveySettings(List<String> workers, List<String> checkers, List<String> readers, int secondsPerQuestion, int straightLiningFrom, int identicalFrom, DataSize largestFile,
                             DataSize largestUnpacked, DataSize largestTexts) {
}
