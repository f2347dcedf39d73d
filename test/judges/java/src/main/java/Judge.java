import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.FileInputStream;
import java.io.InputStream;

/** Judge FILE...: a line for everything staedi has against a file, its name and what it is, with a tab between. */
public final class Judge {
    public static void main(String[] files) {
        for (String file : files) {
            try (InputStream in = new FileInputStream(file);
                    EDIStreamReader reader = EDIInputFactory.newFactory().createEDIStreamReader(in)) {
                int segments = 0;
                while (reader.hasNext()) {
                    EDIStreamEvent event = reader.next();
                    if (event == EDIStreamEvent.START_SEGMENT) segments++;
                    if (event.isError()) say(file, reader.getErrorType() + " at " + reader.getLocation());
                }
                if (segments == 0) say(file, "there is no segment");
            } catch (Exception refusal) {
                say(file, refusal.getMessage());
            }
        }
    }

    private static void say(String file, String fault) {
        System.out.println(file + "\t" + fault.replaceAll("\\s+", " "));
    }
}
