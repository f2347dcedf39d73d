use std::time::Instant;

fn main() {
    let path = std::env::args().nth(1).expect("a file");
    let mut seconds: Vec<f64> = Vec::new();
    let mut segments = 0usize;
    for _ in 0..6 {
        let started = Instant::now();
        let text = std::fs::read_to_string(&path).expect("UTF-8");
        segments = 0;
        let document = edi::parse(text.trim_end()).expect("a document");
        for interchange in &document.interchanges {
            segments += 2;
            for group in &interchange.functional_groups {
                segments += 2;
                for transaction in &group.transactions {
                    segments += 2 + transaction.segments.len();
                }
            }
        }
        seconds.push(started.elapsed().as_secs_f64());
    }
    println!("{{\"segments\":{},\"seconds\":{:?}}}", segments, seconds);
}
