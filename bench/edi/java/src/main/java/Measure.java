import com.berryworks.edireader.EDIReader;
import com.berryworks.edireader.EDIReaderFactory;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.FileInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

/** One library on one file, cold and then warm: Measure (staedi|edireader) FILE. */
public final class Measure {
    private static long segments;

    public static void main(String[] args) throws Exception {
        List<Double> seconds = new ArrayList<>();
        for (int run = 0; run < 6; run++) {
            long started = System.nanoTime();
            segments = 0;
            if (args[0].equals("staedi")) staedi(args[1]);
            else edireader(args[1]);
            seconds.add((System.nanoTime() - started) / 1e9);
        }
        String list = seconds.stream().map(String::valueOf).collect(Collectors.joining(","));
        System.out.println("{\"segments\":" + segments + ",\"seconds\":[" + list + "]}");
    }

    private static void staedi(String path) throws Exception {
        try (InputStream in = new FileInputStream(path);
                EDIStreamReader reader = EDIInputFactory.newFactory().createEDIStreamReader(in)) {
            while (reader.hasNext()) {
                if (reader.next() == EDIStreamEvent.START_SEGMENT) segments++;
            }
        }
    }

    private static void edireader(String path) throws Exception {
        try (Reader in = new InputStreamReader(new FileInputStream(path), StandardCharsets.UTF_8)) {
            InputSource source = new InputSource(in);
            EDIReader reader = EDIReaderFactory.createEDIReader(source);
            reader.setContentHandler(
                    new DefaultHandler() {
                        @Override
                        public void startElement(String uri, String local, String name, Attributes attributes) {
                            if (local.equals("segment")) segments++;
                        }
                    });
            reader.parse(source);
        }
    }
}
