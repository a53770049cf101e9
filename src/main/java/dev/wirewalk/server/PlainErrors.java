package dev.wirewalk.server;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One sentence for whatever goes wrong outside the pages; the cause is in the log only. */
@RestController
class PlainErrors implements ErrorController {
    @RequestMapping("${spring.web.error.path:/error}")
    ResponseEntity<String> answer(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus known = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        HttpStatus status = known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
        return ResponseEntity.status(status).contentType(MediaType.TEXT_PLAIN).body(sentence(status) + "\n");
    }

    private static String sentence(HttpStatus status) {
        if (status == HttpStatus.NOT_FOUND) {
            return "There is nothing at this address.";
        }
        return status.is4xxClientError()
                ? "Wirewalk cannot take this request: " + status.value() + " " + status.getReasonPhrase() + "."
                : "Wirewalk failed at this request; its log says why.";
    }
}
