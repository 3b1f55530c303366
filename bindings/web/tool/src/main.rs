//! Writes the JavaScript beside a WebAssembly module: `boussole-web-tool MODULE.wasm FOLDER`.

use std::error::Error;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [module, folder] = &arguments[..] else { return Err("expected the module and the folder to write to".into()) };
    let mut bindgen = Bindgen::new();
    // What a browser does not need: the names of functions, and who wrote the module.
    bindgen.remove_name_section(true).remove_producers_section(true);
    bindgen.input_path(module).out_name("boussole").web(true)?.typescript(true).reset_state_function(true).omit_default_module_path(true);
    Ok(bindgen.generate(folder)?)
}
