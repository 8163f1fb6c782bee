//! The ways in which programs save a file. Each goes through the same steps on the disk as the
//! program it is named after.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

/// A way to save.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Save {
    /// VS Code, Notepad and most others: emptied and written in place.
    InPlace,
    /// Written under another name, then put in its place.
    ByRename,
    Vim,
    Word,
    Gedit,
    /// A program that pauses in the middle.
    InTwoHalves,
}

pub(crate) const SAVES: [Save; 6] =
    [Save::InPlace, Save::ByRename, Save::Vim, Save::Word, Save::Gedit, Save::InTwoHalves];

impl Save {
    pub(crate) fn save(self, path: &Path, bytes: &[u8]) {
        let folder = path.parent().unwrap();
        let name = path.file_name().unwrap().to_str().unwrap();
        fs::create_dir_all(folder).unwrap();
        let beside = |name: &str| folder.join(name);
        let new = |name: &str| fs::write(beside(name), bytes).unwrap();
        let there = path.exists();
        match self {
            Save::InPlace => fs::write(path, bytes).unwrap(),
            Save::ByRename => {
                new(&format!("{name}.tmp"));
                fs::rename(beside(&format!("{name}.tmp")), path).unwrap();
            }
            Save::Vim => {
                let (swap, backup) = (beside(&format!(".{name}.swp")), beside(&format!("{name}~")));
                fs::write(&swap, "swap").unwrap();
                fs::write(beside("4913"), "").unwrap();
                fs::remove_file(beside("4913")).unwrap();
                if there {
                    fs::rename(path, &backup).unwrap();
                }
                fs::write(path, bytes).unwrap();
                if there {
                    fs::remove_file(backup).unwrap();
                }
                fs::remove_file(swap).unwrap();
            }
            Save::Word => {
                fs::write(beside(&format!("~${name}")), "owner").unwrap();
                new("~WRD0002.tmp");
                if there {
                    fs::rename(path, beside("~WRL0001.tmp")).unwrap();
                }
                fs::rename(beside("~WRD0002.tmp"), path).unwrap();
                if there {
                    fs::remove_file(beside("~WRL0001.tmp")).unwrap();
                }
                fs::remove_file(beside(&format!("~${name}"))).unwrap();
            }
            Save::Gedit => {
                new(".goutputstream-X1YZ");
                fs::rename(beside(".goutputstream-X1YZ"), path).unwrap();
            }
            Save::InTwoHalves => {
                let (first, second) = bytes.split_at(bytes.len() / 2);
                let mut file = fs::File::create(path).unwrap();
                file.write_all(first).unwrap();
                sleep(Duration::from_millis(4));
                file.write_all(second).unwrap();
            }
        }
    }
}
